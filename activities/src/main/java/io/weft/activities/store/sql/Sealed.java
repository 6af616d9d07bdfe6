package io.weft.activities.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.activities.secret.FieldCipher;
import io.weft.activities.value.Fields;
import io.weft.activities.value.FieldsJson;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import java.util.List;

/** Business values on their way into and out of a column: JSON, sealed for that very place. */
final class Sealed {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final FieldCipher cipher;

  Sealed(FieldCipher cipher) {
    this.cipher = cipher;
  }

  String fields(String place, Fields fields) {
    return cipher.seal(place, FieldsJson.write(fields));
  }

  Fields openFields(String place, String sealed) {
    return FieldsJson.read(cipher.open(place, sealed));
  }

  String decisions(String place, List<FieldDecision> decisions) {
    return cipher.seal(place, json(decisions));
  }

  List<FieldDecision> openDecisions(String place, String sealed) {
    try {
      return JSON.readValue(cipher.open(place, sealed), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw unreadable(place, e);
    }
  }

  String problem(String place, Problem problem) {
    return cipher.seal(place, json(problem));
  }

  Problem openProblem(String place, String sealed) {
    try {
      return JSON.readValue(cipher.open(place, sealed), Problem.class);
    } catch (JsonProcessingException e) {
      throw unreadable(place, e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  private static IllegalStateException unreadable(String place, JsonProcessingException e) {
    e.clearLocation(); // the location quotes the value
    return new IllegalStateException(place + " holds no readable value", e);
  }
}

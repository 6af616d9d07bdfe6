package io.weft.workflows.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/**
 * How our records travel through Temporal: as JSON that newer and older readers both understand,
 * through codecs (encryption) if there are any. Every client and worker of one installation must
 * use the same codecs.
 */
public final class Payloads {
  private Payloads() {}

  /** The JSON of histories: times as ISO text, unknown fields ignored. */
  public static ObjectMapper mapper() {
    // Histories outlive classes: a rolled-back build must still read what a newer one wrote.
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** JSON, then the codecs in their order; failure messages are encoded as well. */
  public static DataConverter converter(List<PayloadCodec> codecs) {
    DataConverter json =
        DefaultDataConverter.newDefaultInstance()
            .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
    return codecs.isEmpty() ? json : new CodecDataConverter(json, codecs, true);
  }
}

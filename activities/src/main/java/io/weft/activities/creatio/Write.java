package io.weft.activities.creatio;

import java.util.Map;

/** One write of a batch; the same as the single call of its name. */
public sealed interface Write {
  String set();

  String id();

  /** See {@link CreatioClient#create}. */
  record Create(String set, String id, Map<String, Object> body) implements Write {}

  /** See {@link CreatioClient#patch}. */
  record Update(String set, String id, Map<String, Object> body) implements Write {}

  /** See {@link CreatioClient#delete}. */
  record Delete(String set, String id) implements Write {}
}

package io.weft.activities.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Puts a moment before and after every call of a store. */
final class Watched {
  private Watched() {}

  static <T> T of(Class<T> type, T store, Points points, Set<String> quiet) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              boolean loud = !quiet.contains(method.getName());
              if (loud) {
                points.at(method.getName());
              }
              Object result;
              try {
                result = method.invoke(store, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (loud) {
                points.at(method.getName() + " done");
              }
              return result;
            });
    return type.cast(proxy);
  }
}

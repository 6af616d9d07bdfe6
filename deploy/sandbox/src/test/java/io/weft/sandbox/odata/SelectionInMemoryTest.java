package io.weft.sandbox.odata;

import io.weft.sandbox.Storage;

final class SelectionInMemoryTest extends SelectionContract {
  SelectionInMemoryTest() {
    super(Storage.inMemory());
  }
}

package io.weft.sandbox;

final class WorldInMemoryTest extends WorldContract {
  WorldInMemoryTest() {
    super(Storage.inMemory());
  }
}

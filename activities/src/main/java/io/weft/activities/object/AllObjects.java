package io.weft.activities.object;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The plugs of several sync objects, each from its own room. Immutable. */
public final class AllObjects implements SyncObjects {
  private final Map<SyncObjectName, SyncObjects> rooms;

  public AllObjects(Map<SyncObjectName, ? extends SyncObjects> rooms) {
    Map<SyncObjectName, SyncObjects> all = new EnumMap<>(SyncObjectName.class);
    all.putAll(rooms);
    this.rooms = Collections.unmodifiableMap(all);
  }

  @Override
  public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
    return room(object).of(object, legalEntity);
  }

  @Override
  public SyncObject arriving(RecordRef record) {
    return room(record.object()).arriving(record);
  }

  @Override
  public Optional<SyncObject> lines(SyncObjectName object, LegalEntity legalEntity) {
    return room(object).lines(object, legalEntity);
  }

  private SyncObjects room(SyncObjectName object) {
    SyncObjects room = rooms.get(object);
    if (room == null) {
      throw new IllegalArgumentException(
          "no " + object + ": it is switched off in weft.yaml (objects." + object.slug() + ")");
    }
    return room;
  }
}

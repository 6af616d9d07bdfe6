package io.weft.worker;

import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.settings.ObjectSettings;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plugs of all objects that this worker can sync, found by an object's name. */
final class Plugs implements SyncObjects {
  private final Map<SyncObjectName, Plug> all = new EnumMap<>(SyncObjectName.class);
  private final List<SyncObjectName> active;

  /**
   * The plugs of an installation.
   *
   * @throws IllegalStateException if an object is switched on that has none
   */
  Plugs(ObjectSettings objects, List<Plug> plugs) {
    plugs.forEach(plug -> all.put(plug.name(), plug));
    this.active = objects.active();
    List<SyncObjectName> missing = new ArrayList<>(active);
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          missing + " switched on, but this worker has no code for it: see the plugs in Ground");
    }
  }

  /** The objects that are not off everywhere, in their usual order. */
  List<Plug> active() {
    return active.stream().map(this::of).toList();
  }

  /** Those that are off everywhere, too. */
  List<Plug> all() {
    return List.copyOf(all.values());
  }

  /** Whether an object is on anywhere. */
  boolean isActive(SyncObjectName object) {
    return active.contains(object);
  }

  @Override
  public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
    return of(object).objects().of(object, legalEntity);
  }

  @Override
  public SyncObject arriving(RecordRef record) {
    return of(record.object()).objects().arriving(record);
  }

  @Override
  public Optional<SyncObject> lines(SyncObjectName object, LegalEntity legalEntity) {
    return of(object).objects().lines(object, legalEntity);
  }

  private Plug of(SyncObjectName object) {
    Plug plug = all.get(object);
    if (plug == null) {
      throw new IllegalArgumentException(object + " is not part of this release");
    }
    return plug;
  }
}

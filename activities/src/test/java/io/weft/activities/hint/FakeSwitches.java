package io.weft.activities.hint;

import io.weft.activities.object.Mode;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts switched by legal entity; everything else is off. */
final class FakeSwitches implements Switches {
  static final LegalEntity USMF = new LegalEntity("usmf");
  static final LegalEntity DEMF = new LegalEntity("demf");

  private final Map<LegalEntity, Mode> modes = new LinkedHashMap<>();

  FakeSwitches() {
    modes.put(USMF, Mode.WRITE);
    modes.put(DEMF, Mode.OBSERVE);
  }

  FakeSwitches set(LegalEntity legalEntity, Mode mode) {
    modes.put(legalEntity, mode);
    return this;
  }

  @Override
  public Mode mode(SyncObjectName object, LegalEntity legalEntity) {
    return object == SyncObjectName.ACCOUNT_CUSTOMER
        ? modes.getOrDefault(legalEntity, Mode.OFF)
        : Mode.OFF;
  }

  @Override
  public List<LegalEntity> legalEntities() {
    return new ArrayList<>(modes.keySet());
  }
}

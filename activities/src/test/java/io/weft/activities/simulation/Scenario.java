package io.weft.activities.simulation;

import io.weft.activities.store.LinkWanted;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;

/** What is there at the beginning, and what users do to start with. */
enum Scenario {
  ACCOUNT_EDITED {
    @Override
    void begin(World world, Run run) {
      linked(world, run, World.USMF);
      world.edit(ACCOUNT, "a", "from-creatio");
    }
  },
  CUSTOMER_EDITED {
    @Override
    void begin(World world, Run run) {
      linked(world, run, World.USMF);
      world.edit(CUSTOMER, "x", "from-d365");
    }
  },
  BOTH_EDITED {
    @Override
    void begin(World world, Run run) {
      linked(world, run, World.USMF);
      world.edit(ACCOUNT, "a", "from-creatio");
      world.edit(CUSTOMER, "y", "acme from-d365");
    }
  },
  LOAD_OF_TWO {
    @Override
    void begin(World world, Run run) {
      world.creatio.seed(ACCOUNT, account("one", "acme"));
      world.d365.seed(CUSTOMER, customer("US-001", "one", "acme"));
      world.creatio.seed(SECOND, account("two", "bolt"));
      world.d365.seed(SECOND_CUSTOMER, customer("US-002", "two", "bolt"));
      wish(world, ACCOUNT, CUSTOMER.key(), true);
      wish(world, SECOND, SECOND_CUSTOMER.key(), true);
      world.told.add(Run.LOAD);
    }
  },
  LOAD_MAKES_ONE {
    @Override
    void begin(World world, Run run) {
      linked(world, run, World.USMF);
      world.creatio.seed(SECOND, account("two", "bolt"));
      PairId pair = new PairId(SimObject.NAME, World.USMF, SECOND.key());
      String number = world.stores.links().number(pair, new SimObject(world).numbers(World.USMF));
      wish(world, SECOND, number, false);
      world.edit(ACCOUNT, "a", "from-creatio");
      world.told.clear();
      world.told.add(Run.LOAD);
    }
  },
  CONFLICT {
    @Override
    void begin(World world, Run run) {
      linked(world, run, World.USMF);
      world.edit(ACCOUNT, "a", "from-creatio");
      world.edit(CUSTOMER, "x", "from-d365");
    }
  },
  NEW_ACCOUNT {
    @Override
    void begin(World world, Run run) {
      world.creatio.seed(ACCOUNT, account("new", "acme"));
      world.hint(ACCOUNT);
    }
  },
  NEW_CUSTOMER {
    @Override
    void begin(World world, Run run) {
      world.d365.seed(CUSTOMER, customer("US-001", "new", "acme"));
      world.hint(CUSTOMER);
    }
  },
  NEW_ON_BOTH_SIDES {
    @Override
    void begin(World world, Run run) {
      world.creatio.seed(ACCOUNT, account("new", "acme"));
      world.d365.seed(CUSTOMER, customer("US-001", "new", "acme"));
      world.hint(ACCOUNT);
      world.hint(CUSTOMER);
    }
  },
  TWO_LEGAL_ENTITIES {
    @Override
    void begin(World world, Run run) {
      world.legalEntities = List.of(World.USMF, World.DEMF);
      linked(world, run, World.USMF);
      world.d365.seed(GERMAN, customer("DE-001", "one", "acme"));
      link(world, run, World.DEMF, GERMAN, false);
      world.edit(ACCOUNT, "a", "from-creatio");
    }
  },
  TWO_CUSTOMERS_EDITED {
    @Override
    void begin(World world, Run run) {
      world.legalEntities = List.of(World.USMF, World.DEMF);
      linked(world, run, World.USMF);
      world.d365.seed(GERMAN, customer("DE-001", "one", "acme"));
      link(world, run, World.DEMF, GERMAN, false);
      world.edit(CUSTOMER, "x", "from-us");
      world.edit(GERMAN, "x", "from-de");
    }
  },
  CUSTOMER_POLLED {
    @Override
    void begin(World world, Run run) {
      linked(world, run, World.USMF);
      world.polled = true;
      world.edit(CUSTOMER, "x", "from-d365");
    }
  },
  STRANGERS_NUMBER {
    @Override
    void begin(World world, Run run) {
      RecordRef stranger = RecordRef.d365(SimObject.NAME, World.USMF, "CRT-000001");
      world.d365.seed(stranger, customer("CRT-000001", "other", "bolt"));
      world.creatio.seed(ACCOUNT, account("new", "acme"));
      world.hint(ACCOUNT);
    }
  },
  ONE_FIRM_TWICE {
    @Override
    void begin(World world, Run run) {
      world.legalEntities = List.of(World.USMF, World.DEMF);
      world.d365.seed(CUSTOMER, customer("US-001", "new", "acme"));
      world.d365.seed(GERMAN, customer("DE-001", "new", "acme"));
      world.hint(CUSTOMER);
      world.hint(GERMAN);
    }
  },
  NUMBERED_BY_D365 {
    @Override
    void begin(World world, Run run) {
      world.d365.assigns = true;
      world.creatio.seed(ACCOUNT, account("new", "acme"));
      world.hint(ACCOUNT);
    }
  },
  ONE_WAITS_FOR_ANOTHER {
    @Override
    void begin(World world, Run run) {
      world.dependants.add(DEPENDANT);
      world.creatio.seed(ACCOUNT, account("new", "acme"));
      world.creatio.seed(DEPENDANT, account("new", "bolt"));
      world.hint(DEPENDANT);
    }
  };

  static final RecordRef DEPENDANT = RecordRef.creatio(SimObject.NAME, "acc-2");

  static final RecordRef ACCOUNT = RecordRef.creatio(SimObject.NAME, "acc-1");
  static final RecordRef CUSTOMER = RecordRef.d365(SimObject.NAME, World.USMF, "US-001");
  static final RecordRef GERMAN = RecordRef.d365(SimObject.NAME, World.DEMF, "DE-001");

  static final RecordRef SECOND = RecordRef.creatio(SimObject.NAME, "acc-2");
  static final RecordRef SECOND_CUSTOMER = RecordRef.d365(SimObject.NAME, World.USMF, "US-002");

  /** Links without a word to anybody, as a load does. */
  private static void wish(World world, RecordRef account, String key, boolean exists) {
    PairId pair = new PairId(SimObject.NAME, World.USMF, account.key());
    world
        .stores
        .links()
        .link(new LinkWanted(pair, key, null, null, Side.CREATIO, true, exists, List.of()));
  }

  abstract void begin(World world, Run run);

  static void linked(World world, Run run, LegalEntity legalEntity) {
    world.creatio.seed(ACCOUNT, account("one", "acme").with("number", new Value.Code("US-001")));
    world.d365.seed(CUSTOMER, customer("US-001", "one", "acme"));
    link(world, run, legalEntity, CUSTOMER, true);
  }

  static void link(
      World world, Run run, LegalEntity legalEntity, RecordRef customer, boolean leading) {
    PairId pair = new PairId(SimObject.NAME, legalEntity, ACCOUNT.key());
    world
        .stores
        .links()
        .link(
            new LinkWanted(
                pair, customer.key(), null, null, Side.CREATIO, leading, true, List.of()));
    world.hint(customer);
    run.toRest();
  }

  static Fields account(String a, String b) {
    return Fields.of("a", new Value.Text(a))
        .with("b", new Value.Text(b))
        .with("number", new Value.Code("-"))
        .with("number", io.weft.activities.value.Values.ABSENT);
  }

  static Fields customer(String key, String x, String y) {
    return Fields.of("key", new Value.Code(key))
        .with("x", new Value.Text(x))
        .with("y", new Value.Text(y));
  }
}

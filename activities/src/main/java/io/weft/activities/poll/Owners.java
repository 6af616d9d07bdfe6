package io.weft.activities.poll;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.d365.D365Client;
import io.weft.activities.http.Row;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records above rows, asked for in the rows' own system, many at a time. Rows that are not
 * there any more have none. May throw a {@link io.weft.activities.failure.RemoteException}; safe to
 * repeat.
 */
@FunctionalInterface
public interface Owners {
  Set<RecordRef> of(List<Orphan> rows);

  /** As the systems tell. */
  static Owners remote(CreatioClient creatio, D365Client d365) {
    return rows -> {
      Set<RecordRef> owners = new LinkedHashSet<>();
      sets(rows).forEach((set, keys) -> owners.addAll(set.owners(creatio, d365, keys)));
      return owners;
    };
  }

  private static Map<RowSet, List<String>> sets(List<Orphan> rows) {
    Map<RowSet, List<String>> sets = new LinkedHashMap<>();
    for (Orphan row : rows) {
      RowSet set = new RowSet(row.side(), row.set(), row.legalEntity());
      sets.computeIfAbsent(set, s -> new ArrayList<>()).add(row.key());
    }
    return sets;
  }

  /** One set of rows in one place. */
  record RowSet(Side side, String name, @Nullable LegalEntity legalEntity) {
    private Set<RecordRef> owners(CreatioClient creatio, D365Client d365, List<String> keys) {
      Set<RecordRef> owners = new LinkedHashSet<>();
      if (side == Side.CREATIO) {
        RowReader reader = creatioReader();
        new CreatioTable(creatio, name, reader)
            .rows(keys, Beat.none())
            .forEach(row -> add(reader, row, owners));
      } else {
        D365Table table = d365Table(d365);
        table.rows(keys, Beat.none()).forEach(row -> add(table.reader(), row, owners));
      }
      return owners;
    }

    private RowReader creatioReader() {
      KnownSets.OfCreatio set = KnownSets.creatio(name).orElseThrow();
      return ChildRows.creatio(set.object(), Objects.requireNonNull(set.owner()));
    }

    private D365Table d365Table(D365Client client) {
      KnownSets.OfD365 set = KnownSets.d365(name).orElseThrow();
      LegalEntity le = Objects.requireNonNull(legalEntity);
      String row = Objects.requireNonNull(set.row());
      RowReader reader = ChildRows.d365(set.object(), le, set.key(), List.of(row));
      return new D365Table(client, name, row, le, reader);
    }

    /** A row that belongs to nobody is nobody's change. */
    private static void add(RowReader reader, Row row, Set<RecordRef> owners) {
      try {
        owners.add(reader.ref(row));
      } catch (IllegalArgumentException e) {
        return;
      }
    }
  }
}

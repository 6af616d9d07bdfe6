package io.weft.sandbox;

import io.weft.sandbox.file.Packing;
import io.weft.sandbox.file.RecordFile;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in a file; memory has their keys and places, and the first few, which are read most. */
final class FileRows implements Rows {
  private final Table table;
  private final RecordFile file;
  private final Packing packing;
  private final int few;

  /** A {@link Row} that is in memory, or a {@link Long}: its place in the file. */
  private final Map<String, Object> places = new LinkedHashMap<>();

  FileRows(Table table, RecordFile file, Packing packing, int few) {
    this.table = table;
    this.file = file;
    this.packing = packing;
    this.few = few;
  }

  @Override
  public int size() {
    return places.size();
  }

  @Override
  public @Nullable Row find(String key) {
    Object place = places.get(key);
    return place == null ? null : at(place);
  }

  @Override
  public void put(String key, Row row) {
    boolean inMemory = places.get(key) instanceof Row || places.size() < few;
    places.put(key, inMemory ? row : file.append(packing.packer().values(row.own()).packed()));
  }

  @Override
  public void remove(String key) {
    places.remove(key);
  }

  @Override
  public Collection<Row> all() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Row> iterator() {
        return new Reading(places.values().iterator());
      }

      @Override
      public int size() {
        return places.size();
      }
    };
  }

  @Override
  public void clear() {
    places.clear();
  }

  private Row at(Object place) {
    return place instanceof Row row
        ? row
        : new Row(table, packing.unpacker(file.read((Long) place)).present());
  }

  private final class Reading implements Iterator<Row> {
    private final Iterator<Object> from;

    Reading(Iterator<Object> from) {
      this.from = from;
    }

    @Override
    public boolean hasNext() {
      return from.hasNext();
    }

    @Override
    public Row next() {
      return at(from.next());
    }
  }
}

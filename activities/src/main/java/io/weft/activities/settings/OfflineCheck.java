package io.weft.activities.settings;

import io.weft.activities.mapping.Mappings;
import io.weft.activities.secret.Secrets;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.Nearest;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Checks {@code weft.yaml} and every mapping file beside it without any system, store or secret:
 * for an editor's desk and a build. Reads files only; safe to repeat.
 *
 * @param problems what a worker would refuse to start with, in the order found
 * @param warnings what is allowed but hardly meant, and references that lead nowhere on this
 *     machine
 */
public record OfflineCheck(List<ConfigErrors.Entry> problems, List<ConfigErrors.Entry> warnings) {
  private static final String FOLDER = "mappings";
  private static final String YAML = ".yaml";

  public OfflineCheck {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Whether a worker would start with these files, secrets apart. */
  public boolean passed() {
    return problems.isEmpty();
  }

  /**
   * Checks a settings file and all of {@code mappings/} beside it.
   *
   * @throws IOException if a file cannot be read
   */
  public static OfflineCheck of(Path file, Secrets secrets) throws IOException {
    return of(Source.of(file, secrets, null), mappings(file));
  }

  private static List<String> mappings(Path file) throws IOException {
    Path directory = file.toAbsolutePath().normalize().resolveSibling(FOLDER);
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{yaml,yml}")) {
        files.forEach(one -> names.add(FOLDER + "/" + one.getFileName()));
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    Collections.sort(names);
    return names;
  }

  /**
   * Checks settings and the named mapping files beside them.
   *
   * @param mappingFiles paths relative to the settings, as in {@code mappings/contact.yaml}
   */
  public static OfflineCheck of(Source source, List<String> mappingFiles) {
    ConfigErrors errors = new ConfigErrors();
    References references = new References(source.secrets(), errors, References.Unresolved.WARNING);
    WeftSettings settings = WeftSettings.read(source, references, errors);
    for (String file : mappingFiles) {
      source.beside().apply(file).ifPresent(text -> mapping(file, text, settings, errors));
    }
    return new OfflineCheck(errors.entries(), errors.warnings());
  }

  /** Those of objects that are enabled have been read with the settings. */
  private static void mapping(
      String file, String text, WeftSettings settings, ConfigErrors errors) {
    List<String> known = Arrays.stream(SyncObjectName.values()).map(SyncObjectName::slug).toList();
    String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
    if (!known.contains(name) || !file.endsWith(YAML)) {
      String hint =
          known.contains(name) ? "Name it " + name + YAML : Nearest.hint(name + YAML, files(known));
      errors.note(whole(file, "is read by nobody: no sync object has this name", hint));
      return;
    }
    SyncObjectName object = SyncObjectName.of(name);
    Mappings read = settings.mappings().all().get(object);
    if (read == null && Mappings.ships(object)) {
      String prefix = settings.creatio().customColumns();
      read = Mappings.read(Mappings.shipped(object, prefix), file, text, errors);
    } else if (read == null) {
      errors.note(whole(file, "is for an object that is not part of this release", "Remove it"));
    }
    if (read != null && !settings.objects().active().contains(object)) {
      errors.warn(whole(file, "is not used: " + object + " is off", "Switch it on in weft.yaml"));
    }
    if (read != null) {
      unknownEntities(file, read.byLegalEntity(), settings.legalEntities(), errors);
    }
  }

  private static List<String> files(List<String> slugs) {
    return slugs.stream().map(slug -> slug + YAML).toList();
  }

  private static void unknownEntities(
      String file, Map<LegalEntity, ?> changes, LegalEntities known, ConfigErrors errors) {
    for (LegalEntity legalEntity : changes.keySet()) {
      if (!known.knows(legalEntity)) {
        errors.warn(
            whole(
                file,
                "changes fields for " + legalEntity + ", which weft.yaml does not have",
                "Use one of " + known.all().keySet()));
      }
    }
  }

  private static ConfigErrors.Entry whole(String file, String what, String remedy) {
    return new ConfigErrors.Entry(file, 1, "", "", what, remedy);
  }
}

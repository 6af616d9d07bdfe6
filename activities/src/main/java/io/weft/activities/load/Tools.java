package io.weft.activities.load;

import io.weft.activities.hint.Answered;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.PassStore;
import io.weft.workflows.pass.Hint;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * What loads are done with.
 *
 * @param tell stores hints and tells the runs concerned
 * @param answered wakes newcomers about which a person has decided
 * @param batch how many pairs are in hand at a time
 * @param echoes keeps pairs whose events the load sees to
 * @param crew goes through what does not depend on each other
 */
public record Tools(
    LoadStores stores,
    LinkStore links,
    HintStore hints,
    PassStore passStore,
    BatchPass passes,
    Consumer<List<Hint>> tell,
    Answered answered,
    Clock clock,
    int batch,
    Echoes echoes,
    Crew crew) {}

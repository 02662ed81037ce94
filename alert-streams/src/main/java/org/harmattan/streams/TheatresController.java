package org.harmattan.streams;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harmattan.door.Principal;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.schemas.audience.Audience;
import org.jspecify.annotations.Nullable;

/** How far each theatre is that this instance works on. */
@Controller("/v1/theatres")
final class TheatresController {

    private final Catalogue catalogue;
    private final TheatreBoard board;

    TheatresController(Catalogue catalogue, TheatreBoard board) {
        this.catalogue = catalogue;
        this.board = board;
    }

    /**
     * One theatre.
     *
     * @param theatre its name
     * @param partition its partition of intake and ledger
     * @param at its time, UTC, or null before the first proposal and where it is not sequenced here
     * @param openSeq number of the last entry that the open audience sees, or null where it is not sequenced here
     * @param seq number of the last entry; only for the restricted audience
     * @param assessedSeq number of the last entry that was folded; only for the restricted audience
     * @param behind entries not folded yet, or null unless both steps run here
     * @param lastPulse when the last pulse was published since the start, or null
     */
    @Serdeable
    record TheatreView(
            String theatre,
            int partition,
            @Nullable Instant at,
            @Nullable Long openSeq,
            @Nullable Long seq,
            @Nullable Long assessedSeq,
            @Nullable Long behind,
            @Nullable Instant lastPulse) {}

    /** The theatres by name. How many entries there are in all tells of restricted reports, so only who may know sees it. */
    @Get
    List<TheatreView> theatres(Principal principal) {
        boolean seesAll = principal.audience() == Audience.RESTRICTED;
        List<TheatreView> views = new ArrayList<>();
        for (Theatre theatre : catalogue.theatres()) {
            views.add(view(theatre, seesAll));
        }
        return views;
    }

    private TheatreView view(Theatre theatre, boolean seesAll) {
        Optional<TheatreBoard.Sequenced> sequenced =
                Optional.ofNullable(board.sequencedHere().get(theatre.name()));
        Optional<TheatreBoard.Assessed> assessed =
                Optional.ofNullable(board.assessedHere().get(theatre.name()));
        Optional<Long> seq = sequenced.map(here -> here.position().seq());
        return new TheatreView(
                theatre.name(),
                theatre.partition(),
                sequenced
                        .map(TheatreBoard.Sequenced::at)
                        .filter(at -> !at.equals(Instant.EPOCH))
                        .orElse(null),
                sequenced.map(here -> here.position().openSeq()).orElse(null),
                seq.filter(number -> seesAll).orElse(null),
                assessed.map(TheatreBoard.Assessed::seq)
                        .filter(number -> seesAll)
                        .orElse(null),
                seq.flatMap(last -> assessed.map(here -> Math.max(0, last - here.seq())))
                        .orElse(null),
                board.lastPulse(theatre.name()).orElse(null));
    }
}

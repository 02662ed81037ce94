package org.harmattan.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.Role;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.ledger.Genesis;

/** The first entries of a ledger: what holds until a later entry says otherwise. */
final class Opening {

    /** Namespace of the ids of opening commands; fixed for ever. */
    private static final UUID NAMESPACE = UUID.fromString("7b1f6a52-5c0e-5d9a-9a53-3b8f0c6d2e41");

    private Opening() {}

    static void write(LedgerOrigin origin, Instant at, Numbering numbering) {
        numbering.append(
                new Genesis(
                        origin.coreVersion(),
                        origin.catalogue().digest(),
                        origin.laneKind(),
                        origin.lanePrefix(),
                        at,
                        origin.clockFactor()),
                Audience.OPEN);
        numbering.append(command(origin, at, "parameters", new SetParameters(origin.parameters())), Audience.OPEN);
        for (Rule rule : origin.rules()) {
            numbering.append(command(origin, at, "rule/" + rule.getRuleId(), new SetRule(rule)), Audience.OPEN);
        }
    }

    private static Command command(LedgerOrigin origin, Instant at, String what, Object body) {
        String name = origin.lanePrefix() + "/" + origin.theatre() + "/" + what;
        return Command.newBuilder()
                .setCommandId(NameBasedUuid.of(NAMESPACE, name).toString())
                .setIssuedAt(at)
                .setRole(Role.SYSTEM)
                .setAudience(Audience.RESTRICTED)
                .setTheatres(List.of(origin.theatre()))
                .setBody(body)
                .build();
    }
}

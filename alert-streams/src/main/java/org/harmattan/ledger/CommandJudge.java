package org.harmattan.ledger;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harmattan.geography.Catalogue;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.ActivateCore;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.CommentAlert;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.LiftSilence;
import org.harmattan.schemas.command.RemoveRule;
import org.harmattan.schemas.command.Role;
import org.harmattan.schemas.command.SetCatalogue;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.command.SetSilence;
import org.harmattan.schemas.receipt.ReceiptReason;

/** Judges a command: done once whoever repeats it, and refused where it makes no sense. */
final class CommandJudge {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final String theatre;
    private final int newestCore;
    private final String catalogueDigest;
    private final Set<String> codes;

    CommandJudge(String theatre, Catalogue catalogue, int newestCore) {
        this.theatre = theatre;
        this.newestCore = newestCore;
        this.catalogueDigest = catalogue.digest();
        this.codes = Stream.concat(
                        catalogue.regions().stream().map(region -> region.code().value()),
                        catalogue.countries().stream()
                                .map(country -> country.code().value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Verdict judge(Command command, OptionalLong doneBy, Position position) {
        if (doneBy.isPresent()) {
            return Verdict.duplicate(doneBy.getAsLong());
        }
        if (command.getBody() instanceof ActivateCore activate && activate.getCoreVersion() > newestCore) {
            return Verdict.rejected(ReceiptReason.NEEDS_NEWER_CORE);
        }
        boolean valid = isUuid(command.getCommandId())
                && (command.getTheatres().isEmpty() || command.getTheatres().contains(theatre))
                && command.getRole() != Role.UNKNOWN
                && command.getAudience() != Audience.UNKNOWN
                && isValid(command.getBody(), position);
        return valid ? Verdict.accepted(ReceiptReason.NEW) : Verdict.rejected(ReceiptReason.INVALID_COMMAND);
    }

    private boolean isValid(Object body, Position position) {
        if (body instanceof SetRule set) {
            return RuleCheck.isValid(set.getRule(), codes);
        }
        if (body instanceof RemoveRule remove) {
            return RuleCheck.isRuleId(remove.getRuleId());
        }
        if (body instanceof SetParameters set) {
            return ParameterCheck.isValid(set.getParameters());
        }
        if (body instanceof SetCatalogue set) {
            return set.getCatalogueDigest().equals(catalogueDigest);
        }
        if (body instanceof ActivateCore activate) {
            return activate.getCoreVersion() >= Math.max(1, position.coreVersion());
        }
        if (body instanceof SetSilence silence) {
            return isUuid(silence.getSilenceId())
                    && codes.containsAll(silence.getScope())
                    && silence.getRules().stream().allMatch(RuleCheck::isRuleId);
        }
        return targets(body).stream().allMatch(CommandJudge::isUuid);
    }

    private static List<String> targets(Object body) {
        if (body instanceof BeginImport begin) {
            return List.of(begin.getImportId());
        }
        if (body instanceof EndImport end) {
            return List.of(end.getImportId());
        }
        if (body instanceof AcknowledgeAlert acknowledge) {
            return List.of(acknowledge.getAlertId());
        }
        if (body instanceof AssignAlert assign) {
            return List.of(assign.getAlertId());
        }
        if (body instanceof CommentAlert comment) {
            return List.of(comment.getAlertId());
        }
        if (body instanceof LiftSilence lift) {
            return List.of(lift.getSilenceId());
        }
        // a body that this build does not know names nothing that could be a UUID
        return List.of("");
    }

    private static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }
}

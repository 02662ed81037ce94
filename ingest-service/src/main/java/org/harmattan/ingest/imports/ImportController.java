package org.harmattan.ingest.imports;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.harmattan.door.Door;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.ingest.source.Grade;
import org.harmattan.ingest.source.SourceRegistry;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Role;
import org.reactivestreams.Publisher;

/** The way in for files. */
@Controller("/v1/imports")
class ImportController {

    static final String NDJSON = "application/x-ndjson";

    private final Imports imports;
    private final SourceRegistry sources;

    ImportController(Imports imports, SourceRegistry sources) {
        this.imports = imports;
        this.sources = sources;
    }

    /** Imports a file while it is being sent. */
    @Post
    @Consumes(MediaType.ALL)
    @Produces(NDJSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @SecurityRequirement(name = "key")
    @Operation(
            summary = "Import a file of reports, plain or gzip",
            description = "The body is read as it comes and the answer is written as it goes, one JSON object a line:"
                    + " {\"progress\":{rows, accepted, duplicate, rejected, bytes}} about every second,"
                    + " {\"rejected\":{row, reason, field, line}} for a row that cannot be used,"
                    + " {\"widened\":{row, low, best, high}} for a range of deaths that was widened, and last"
                    + " {\"accepted\", \"duplicate\", \"rejected\", \"rejectedBy\", \"widened\", \"importId\"}, or"
                    + " {\"error\":{detail}} when the import could not be brought to its end. Rows are numbered from 1,"
                    + " the header not counted. Sent again, a file gives duplicates only. An administrator's key"
                    + " imports as the source that the format is of, a source's key as that source.")
    @ApiResponse(responseCode = "200", description = "The lines described above")
    HttpResponse<Publisher<byte[]>> take(Principal principal, @QueryValue String format, @Body InputStream body)
            throws InterruptedException {
        Door.require(principal, Role.ADMINISTRATOR, Role.REPORTER);
        Optional<ImportFormat> known = ImportFormat.named(format);
        if (known.isEmpty()) {
            throw ProblemException.badFields(List.of(new FieldProblem(
                    "format", "is no format that is known here", "send one of " + ImportFormat.names())));
        }
        Grade grade = sources.grade(principal.source().orElseGet(known.get()::source));
        if (!grade.maySend(Tlp.GREEN)) {
            throw new ProblemException(
                    403,
                    "tlp-too-high",
                    "This source may not import",
                    "Imported reports are TLP:GREEN, above the highest that the source " + grade.source()
                            + " may send; an administrator can grade it anew.");
        }
        return HttpResponse.<Publisher<byte[]>>ok(imports.begin(known.get(), grade, body))
                .contentType(NDJSON);
    }
}

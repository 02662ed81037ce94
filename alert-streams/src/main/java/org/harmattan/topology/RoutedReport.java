package org.harmattan.topology;

import java.util.List;
import org.harmattan.schemas.report.ReportKind;

/**
 * What route remembers of a report for ever.
 *
 * @param kind the kind under which the id was first seen
 * @param source id of the source that sent it first
 * @param revision the highest revision seen
 * @param theatres every theatre that ever heard of it, sorted
 * @param answering the theatre that publishes its receipts
 */
public record RoutedReport(ReportKind kind, String source, long revision, List<String> theatres, String answering) {

    public RoutedReport {
        theatres = List.copyOf(theatres);
    }
}

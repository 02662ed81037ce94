package org.harmattan.schemas.apply;

import java.util.List;

/** What the catalogue wants cannot be had without losing data or breaking readers. Nothing was changed. */
public final class RefusedPlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedPlan(List<String> refusals) {
        super(String.join(System.lineSeparator(), refusals));
    }
}

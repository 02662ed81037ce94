package org.harmattan.incident;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers by UTC day, such as micro-incidents of one region in one view. Immutable; a change copies the pages of 32
 * days that it touches and shares the others.
 */
public final class DayCounts {

    /** Days of one page, a power of two. */
    public static final int PAGE_DAYS = 32;

    /** No counts at all. */
    public static final DayCounts NONE = new DayCounts(0, new Page[0], 0, SetDigest.EMPTY);

    private static final int SHIFT = 5;

    private final int firstPage;
    private final @Nullable Page[] pages;
    private final long total;
    private final SetDigest digest;

    private DayCounts(int firstPage, @Nullable Page[] pages, long total, SetDigest digest) {
        this.firstPage = firstPage;
        this.pages = pages;
        this.total = total;
        this.digest = digest;
    }

    /** Counts of 32 days; all zero is no page. */
    private static final class Page {
        private final long[] counts;
        private final Sha256 sha256;

        private Page(long[] counts, Sha256 sha256) {
            this.counts = counts;
            this.sha256 = sha256;
        }
    }

    /** Number of the page that a day lies on. */
    public static int pageOf(int day) {
        return day >> SHIFT;
    }

    /** First day of a page. */
    public static int firstDayOf(int page) {
        return page << SHIFT;
    }

    /** With a spread weight added. */
    public DayCounts plus(Spread spread) {
        return changed(spread, 1);
    }

    /**
     * With a spread weight taken away that was added before.
     *
     * @throws IllegalStateException if a count would fall below zero
     */
    public DayCounts minus(Spread spread) {
        return changed(spread, -1);
    }

    /** The count of a day. */
    public long on(int day) {
        int index = pageOf(day) - firstPage;
        if (index < 0 || index >= pages.length) {
            return 0;
        }
        Page page = pages[index];
        return page == null ? 0 : page.counts[day & (PAGE_DAYS - 1)];
    }

    /** The sum over days, both inclusive. */
    public long sum(int firstDay, int lastDay) {
        long sum = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            sum += on(day);
        }
        return sum;
    }

    /** The sum over all days. */
    public long total() {
        return total;
    }

    public boolean isEmpty() {
        return pages.length == 0;
    }

    /** First day of the first page; every earlier day is zero. Meaningless when empty. */
    public int firstDay() {
        return firstDayOf(firstPage);
    }

    /** Digest of all days that are not zero. */
    public SetDigest digest() {
        return digest;
    }

    private DayCounts changed(Spread spread, int sign) {
        if (spread.weightMicro() == 0) {
            return this;
        }
        int from = pageOf(spread.firstDay());
        int to = pageOf(spread.lastDay());
        int newFirst = pages.length == 0 ? from : Math.min(firstPage, from);
        int newEnd = pages.length == 0 ? to + 1 : Math.max(firstPage + pages.length, to + 1);
        @Nullable Page[] next = new Page[newEnd - newFirst];
        System.arraycopy(pages, 0, next, pages.length == 0 ? 0 : firstPage - newFirst, pages.length);
        SetDigest nextDigest = digest;
        for (int page = from; page <= to; page++) {
            Page before = next[page - newFirst];
            Page after = page(page, before, spread, sign);
            next[page - newFirst] = after;
            nextDigest = before == null ? nextDigest : nextDigest.minus(before.sha256);
            nextDigest = after == null ? nextDigest : nextDigest.plus(after.sha256);
        }
        return trimmed(newFirst, next, total + (long) sign * spread.weightMicro(), nextDigest);
    }

    private static @Nullable Page page(int page, @Nullable Page before, Spread spread, int sign) {
        long[] counts = before == null ? new long[PAGE_DAYS] : before.counts.clone();
        int first = Math.max(firstDayOf(page), spread.firstDay());
        int last = Math.min(firstDayOf(page + 1) - 1, spread.lastDay());
        for (int day = first; day <= last; day++) {
            long count = counts[day & (PAGE_DAYS - 1)] + sign * (long) spread.on(day);
            if (count < 0) {
                throw new IllegalStateException("day " + day + " would count " + count);
            }
            counts[day & (PAGE_DAYS - 1)] = count;
        }
        boolean empty = true;
        Sha256.Builder sha256 = new Sha256.Builder().add(page);
        for (long count : counts) {
            empty &= count == 0;
            sha256.add(count);
        }
        return empty ? null : new Page(counts, sha256.build());
    }

    /** Without empty pages at either end, so that equal counts look alike however they came about. */
    private static DayCounts trimmed(int firstPage, @Nullable Page[] pages, long total, SetDigest digest) {
        int from = 0;
        int to = pages.length;
        while (from < to && pages[from] == null) {
            from++;
        }
        while (to > from && pages[to - 1] == null) {
            to--;
        }
        if (from == to) {
            return NONE;
        }
        if (from == 0 && to == pages.length) {
            return new DayCounts(firstPage, pages, total, digest);
        }
        @Nullable Page[] shorter = new Page[to - from];
        System.arraycopy(pages, from, shorter, 0, shorter.length);
        return new DayCounts(firstPage + from, shorter, total, digest);
    }
}

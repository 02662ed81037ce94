package org.harmattan.forecast;

/**
 * What is to be expected of a region in the coming 30 days.
 *
 * @param expected m, expected incidents
 * @param dispersion r of the negative binomial
 * @param neighbours n, sum of x_30 over the neighbours
 * @param country c_30, the country's mean
 * @param pastYear x_365, the region's own past year as incidents in 30 days
 * @param markedlyWorse k, as many incidents are markedly worse than the past year
 * @param escalation 100 P(count is at least k), interpolated, 0 to 100
 * @param spillOver probability of at least one incident that comes from the neighbours' part
 * @param atLeastOne probability of at least one incident
 * @param low lower end of the 80 % interval of the count
 * @param high upper end of it
 */
public record Forecast(
        double expected,
        double dispersion,
        double neighbours,
        double country,
        double pastYear,
        double markedlyWorse,
        double escalation,
        double spillOver,
        double atLeastOne,
        int low,
        int high) {}

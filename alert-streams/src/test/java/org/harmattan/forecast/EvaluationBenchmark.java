package org.harmattan.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.harmattan.incident.DayCounts;
import org.harmattan.incident.Spread;

/**
 * Program: microseconds for one region's forecast with its figures and reasons, at the turn of a day (all memories roll on)
 * and again within the day. 400 regions of 20 countries, 30 years of counts, seven neighbours each.
 */
public final class EvaluationBenchmark {

    private static final int REGIONS = 400;
    private static final int COUNTRIES = 20;

    private EvaluationBenchmark() {}

    public static void main(String[] arguments) {
        Random random = new Random(1);
        Terrain terrain = terrain();
        ForecastModel model = new ForecastModel(DefaultParameters.step1());
        Memory[] memories = new Memory[REGIONS];
        for (int region = 0; region < REGIONS; region++) {
            DayCounts counts = DayCounts.NONE;
            for (int i = 0; i < 400; i++) {
                int day = 9_000 + random.nextInt(11_000);
                counts = counts.plus(new Spread(day, day, 765_000));
            }
            memories[region] = Memory.of(counts, model);
        }
        int[] ages = new int[COUNTRIES];
        double sum = 0;
        for (int round = 0; round < 10; round++) {
            long turn = System.nanoTime();
            for (int day = 20_000 + round * 30; day < 20_030 + round * 30; day++) {
                sum += assessAll(model, terrain, memories, ages, day);
            }
            long within = System.nanoTime();
            for (int again = 0; again < 30; again++) {
                sum += assessAll(model, terrain, memories, ages, 20_029 + round * 30);
            }
            long end = System.nanoTime();
            System.out.printf(
                    "round %d: %.2f us at the turn of a day, %.2f us within the day (%.0f)%n",
                    round, (within - turn) / 1e3 / 30 / REGIONS, (end - within) / 1e3 / 30 / REGIONS, sum);
        }
    }

    private static double assessAll(ForecastModel model, Terrain terrain, Memory[] memories, int[] ages, int day) {
        java.util.Arrays.fill(ages, day - 9_000);
        Outlook outlook = new Outlook(model, terrain, memories, ages, day);
        double sum = 0;
        for (int region = 0; region < REGIONS; region++) {
            Forecast forecast = outlook.forecast(region);
            sum += outlook.figures(region, forecast).getExpectedMilli();
            sum += outlook.reasons(region, forecast).size();
        }
        return sum;
    }

    private static Terrain terrain() {
        List<String> codes = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        int[] countryOf = new int[REGIONS];
        int[][] regionsOf = new int[COUNTRIES][REGIONS / COUNTRIES];
        int[][] neighboursOf = new int[REGIONS][7];
        int[] owned = new int[REGIONS];
        for (int region = 0; region < REGIONS; region++) {
            codes.add("R-" + region);
            countryOf[region] = region / (REGIONS / COUNTRIES);
            regionsOf[countryOf[region]][region % (REGIONS / COUNTRIES)] = region;
            owned[region] = region;
            for (int i = 0; i < 7; i++) {
                neighboursOf[region][i] = (region + 1 + i * 13) % REGIONS;
            }
        }
        for (int country = 0; country < COUNTRIES; country++) {
            countries.add("C" + country);
        }
        return new Terrain(codes, countries, countryOf, regionsOf, neighboursOf, owned);
    }
}

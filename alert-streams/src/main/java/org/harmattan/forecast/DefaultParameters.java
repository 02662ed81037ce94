package org.harmattan.forecast;

import java.util.List;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.HalfLifeWeight;

/** The parameters that a new ledger begins with. The fold reads parameters from the ledger alone, never from here. */
public final class DefaultParameters {

    private DefaultParameters() {}

    /**
     * Step 1 of the model: no learned state. Fitted on UCDP GED's events of eight West African countries, 2012 to 2019,
     * by point in polygon; see the handbook's page on the forecast for what each part is worth.
     */
    public static ForecastParameters step1() {
        return ForecastParameters.newBuilder()
                .setBase(0.004)
                .setCountryWeight(0.04)
                .setNeighbourWeight(0.020)
                .setHalfLives(List.of(
                        new HalfLifeWeight(7, 0.07),
                        new HalfLifeWeight(30, 0.17),
                        new HalfLifeWeight(90, 0.24),
                        new HalfLifeWeight(365, 0.47)))
                .setDispersionScale(0.75)
                .setDispersionOffset(0.1)
                .setDispersionExponent(0.85)
                .setEscalationFloor(3.0)
                .setEscalationFactor(1.5)
                .build();
    }
}

package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @Test
    void aRegionCodeKnowsItsCountry() {
        assertThat(new RegionCode("MR-NKC").country()).isEqualTo(new CountryCode("MR"));
        assertThat(new RegionCode("ML-5")).hasToString("ML-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ML", "ML-", "ml-5", "ML_5", "ML-ABCD", "MLI-5", " ML-5", "ML-5\n"})
    void whatDoesNotHaveTheShapeOfIso3166Part2IsNoRegionCode(String text) {
        assertThatThrownBy(() -> new RegionCode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as ML-5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "ml", "MLI", "M1"})
    void whatIsNotTwoCapitalLettersIsNoCountryCode(String text) {
        assertThatThrownBy(() -> new CountryCode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as ML");
    }

    @ParameterizedTest
    @CsvSource({"90.1,0,latitude", "-90.1,0,latitude", "NaN,0,latitude", "0,180.1,longitude", "0,-181,longitude"})
    void aPlaceOffTheGlobeIsRefusedByTheNameOfTheField(double latitude, double longitude, String field) {
        assertThatThrownBy(() -> new LatLon(latitude, longitude))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + " must lie between");
    }

    @Test
    void minusZeroIsZero() {
        assertThat(new LatLon(-0.0, -0.0)).isEqualTo(new LatLon(0.0, 0.0));
    }
}

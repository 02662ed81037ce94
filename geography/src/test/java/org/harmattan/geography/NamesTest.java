package org.harmattan.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private final Catalogue catalogue = Catalogue.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ML | Mopti                              | ML-5
            ML | Mopti region                       | ML-5
            ML | MOPTI                              | ML-5
            ML | Région de Mopti                    | ML-5
            ML | Segou                              | ML-4
            ML | Timbuktu                           | ML-6
            ML | Ménaka                             | ML-7
            ML | Menaka region                      | ML-7
            ML | Taoudénit                          | ML-6
            BF | Centre Nord region                 | BF-05
            BF | Plateau central                    | BF-11
            BF | Province du Soum                   | BF-12
            BJ | Département de l’Alibori           | BJ-AL
            CI | Sud-Ouest region                   | CI-BS
            CI | Savanes region                     | CI-SV
            TG | Savanes region                     | TG-S
            TG | Maritime region                    | TG-M
            NG | Borno State                        | NG-BO
            NG | Niger                              | NG-NI
            NG | Federal Capital Territory          | NG-FC
            CM | Far North                          | CM-EN
            GN | N'Zerekore                         | GN-N
            TD | Wadi Fira                          | TD-WF
            TD | N'Djamena                          | TD-ND
            SD | North Darfur                       | SD-DN
            CD | Ituri                              | CD-OR
            GW | Sector Autonomo de Bissau region   | GW-BS
            """)
    void aNameInAnyOfItsFormsFindsTheRegion(String country, String name, String code) {
        assertThat(catalogue.regionNamed(new CountryCode(country), name))
                .map(Region::code)
                .contains(new RegionCode(code));
    }

    @ParameterizedTest
    @CsvSource({"ML,Atlantis", "ML,region", "ML,''", "FR,Mopti", "NE,Mopti"})
    void aNameThatNobodyHasInThatCountryFindsNothing(String country, String name) {
        assertThat(catalogue.regionNamed(new CountryCode(country), name)).isEmpty();
    }

    @Test
    void everyRegionIsFoundByItsOwnNames() {
        for (Region region : catalogue.regions()) {
            for (String name : List.of(region.name(), region.nameFr())) {
                assertThat(catalogue.regionNamed(region.country().code(), name)).contains(region);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ML-5,ML-5", "ML-9,ML-7", "ML-10,ML-6", "CI-AB,CI-LG", "CD-IT,CD-OR", "BF-SOM,BF-12", "GH-OT,GH-TV"})
    void aCodeOfTodayOrOfAPartFindsTheRegionThatHoldsIt(String code, String region) {
        assertThat(catalogue.resolve(new RegionCode(code))).map(Region::code).contains(new RegionCode(region));
    }

    @Test
    void anUnknownCodeFindsNothing() {
        assertThat(catalogue.resolve(new RegionCode("ML-99"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ivory Coast,CI",
        "Côte d’Ivoire,CI",
        "DR Congo (Zaire),CD",
        "Congo,CG",
        "république centrafricaine,CF",
        "Tchad,TD",
        "Guinea,GN",
        "Guinea-Bissau,GW",
        "Niger,NE"
    })
    void aCountryIsFoundByTheNamesInUse(String name, String code) {
        assertThat(catalogue.countryNamed(name)).map(Country::code).contains(new CountryCode(code));
    }

    @Test
    void aCountryElsewhereIsNotFound() {
        assertThat(catalogue.countryNamed("France")).isEmpty();
    }
}

package org.harmattan.assessment;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.harmattan.forecast.ForecastModel;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.ledger.Genesis;

/**
 * What holds until an entry says otherwise.
 *
 * @param genesis the ledger's first entry, once it came
 * @param parameters of the forecast, once set
 * @param model made from the parameters
 * @param rules by their ids
 */
record Law(
        Optional<Genesis> genesis,
        Optional<ForecastParameters> parameters,
        Optional<ForecastModel> model,
        SortedMap<String, Rule> rules) {

    static final Law NONE = new Law(Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    Law {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    Law with(Genesis began) {
        return new Law(Optional.of(began), parameters, model, rules);
    }

    Law with(ForecastParameters set) {
        return new Law(genesis, Optional.of(set), Optional.of(new ForecastModel(set)), rules);
    }

    Law with(Rule rule) {
        SortedMap<String, Rule> more = new TreeMap<>(rules);
        more.put(rule.getRuleId(), rule);
        return new Law(genesis, parameters, model, more);
    }

    Law without(String ruleId) {
        SortedMap<String, Rule> fewer = new TreeMap<>(rules);
        fewer.remove(ruleId);
        return new Law(genesis, parameters, model, fewer);
    }
}

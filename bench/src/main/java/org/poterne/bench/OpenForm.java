package org.poterne.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.poterne.rig.Address;
import org.poterne.rig.Answer;
import org.poterne.rig.Browser;
import org.poterne.rig.Wire;

/** A form that is open already: what is measured is the answer to it alone. Each sends it from an address of their own. */
record OpenForm(String path, Browser opener, Map<String, String> hidden) {

    static OpenForm at(Address address, String path) {
        try (var wire = new Wire(address)) {
            var opener = new Browser(wire);
            return new OpenForm(path, opener, opener.get(path).form().hidden());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A redirect is the answer. */
    Answer send(Wire wire, String from, Map<String, String> typed) throws IOException {
        var fields = new HashMap<>(hidden);
        fields.putAll(typed);
        return new Browser(wire, from, opener).postAndStay(path, fields);
    }
}

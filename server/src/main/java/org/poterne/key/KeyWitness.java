package org.poterne.key;

import java.nio.file.Path;
import java.util.HexFormat;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds that all nodes of one database, today and after a restore, carry the same keys: with another pepper nobody could
 * sign in, and with another key a form of one node would be refused by the next.
 */
@Component
final class KeyWitness implements InitializingBean {

    private final JdbcClient jdbc;
    private final InstallationKey installation;
    private final PepperKeys peppers;
    private final KeySettings settings;

    KeyWitness(JdbcClient jdbc, InstallationKey installation, PepperKeys peppers, KeySettings settings) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.peppers = peppers;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        hold("installation", installation.mac("key witness"), settings.installation(), "poterne.key-file");
        for (var pepper : peppers.all()) { // an older one changed would make good passwords wrong, in silence
            hold(
                    "pepper " + pepper.id(),
                    installation.mac("pepper witness", HexFormat.of().formatHex(pepper.secret())),
                    settings.pepper(),
                    "poterne.pepper-file");
        }
    }

    private void hold(String name, byte[] witness, Path path, String setting) {
        jdbc.sql("insert into key_witness (name, witness) values (:name, :witness) on conflict (name) do nothing")
                .param("name", name)
                .param("witness", witness)
                .update();
        var same = jdbc.sql("select witness = :witness from key_witness where name = :name")
                .param("name", name)
                .param("witness", witness)
                .query(Boolean.class)
                .single();
        if (!same) {
            throw new KeyFileRefused(path, setting, "is not the one this database was begun with");
        }
    }
}

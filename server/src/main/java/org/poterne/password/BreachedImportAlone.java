package org.poterne.password;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** All that {@link BreachedImport} needs: a command that starts this asks for no database and reads no tenant file. */
@EnableConfigurationProperties(PasswordSettings.class)
@Import(BreachedImport.class)
public class BreachedImportAlone {}

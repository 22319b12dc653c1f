package org.poterne.tenant;

/** Thrown by a policy record's constructor: one of its keys has a value that the policy does not accept. */
public final class SettingRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String remedy;

    /** @param key as written in the file, kebab-case */
    public SettingRefused(String key, String problem, String remedy) {
        super(problem);
        this.key = key;
        this.remedy = remedy;
    }

    String key() {
        return key;
    }

    String remedy() {
        return remedy;
    }
}

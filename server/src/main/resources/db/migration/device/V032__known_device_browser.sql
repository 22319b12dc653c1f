alter table known_device
    add column browser text not null default ''; -- two words of our own: "firefox android"

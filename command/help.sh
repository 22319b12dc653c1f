# shellcheck shell=bash
# What ./poterne --help says. Text between * is bold in a terminal.

help() {
    case ${1:-} in
    demo) help_demo ;;
    serve) help_serve ;;
    accounts) help_accounts ;;
    establishment) help_establishment ;;
    desk) help_desk ;;
    passwords) help_passwords ;;
    feedback) help_feedback ;;
    guide) help_guide ;;
    build) help_build ;;
    fuzz) help_fuzz ;;
    bench) help_bench ;;
    soak) help_soak ;;
    test) help_test ;;
    *) help_all ;;
    esac | in_bold
}

in_bold() {
    if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
        sed -E $'s/\\*([^*]+)\\*/\033[1m\\1\033[0m/g'
    else
        sed -E 's/\*([^*]+)\*/\1/g'
    fi
}

help_all() {
    cat <<'END'
*Poterne* · the small door beside the great gate, for the people who are locked out

  *./poterne demo*               try it: a database, sample tenants and a mailbox, on this machine only
  *./poterne serve*              run it for real, with your tenants, your database and your mail server
  *./poterne accounts import*    bring accounts in from a CSV file
  *./poterne establishment create*
                               add an establishment, and print its first administrator's set-up link
  *./poterne desk add-agent*     print the set-up link of a new help-desk agent; remove-agent closes the desk to one
  *./poterne passwords import-breached*
                               refuse the passwords of a downloaded list of breached ones
  *./poterne feedback*           what readers thought of the help pages
  *./poterne guide*              write the guides of your procedures, with pictures of your pages
  *./poterne build*              build the server and prepare quick starts, for an account that may not
  *./poterne fuzz*               throw mutated input at every parser, ten minutes each
  *./poterne bench*              measure the server, alone and beside Keycloak
  *./poterne soak*               break what the server stands on while people use it, and hold it to its word
  *./poterne test*               everything CI runs, installing what it needs
  *./poterne help* COMMAND       more about one command

*Flags*
  --port N                     port to listen on (8080)
  --data DIR                   where the data live (.poterne, beside this command)
  --tenants DIR                where the tenants' files are (serve)

*Examples*
  ./poterne demo --port 8081
  ./poterne serve --data /var/lib/poterne --tenants /etc/poterne/tenants
  ./poterne accounts import --tenant gimic people.csv

END
    help_settings
}

help_settings() {
    cat <<'END'
*Settings worth knowing* (environment; all of them: docs/settings.md)
  POTERNE_BASE_URL             https://login.example.org, where the links in letters lead
  SPRING_DATASOURCE_URL        jdbc:postgresql://HOST/DATABASE; without it, PostgreSQL is embedded
  SPRING_DATASOURCE_USERNAME   … and SPRING_DATASOURCE_PASSWORD
  SPRING_MAIL_HOST             your SMTP server, with SPRING_MAIL_PORT, _USERNAME, _PASSWORD
  POTERNE_JAVA_OPTS            more flags for the JVM: -Xmx512m
  JAVA_HOME                    the JDK to use, when it is 25 or later; else one is looked for
  POTERNE_JDK_ROOTS            folders where to look for it, instead of the usual ones: DIR:DIR
END
}

help_demo() {
    cat <<'END'
*./poterne demo* [--port N] [--data DIR]

Starts everything it needs on this machine and for this machine only: an embedded PostgreSQL,
the sample tenants and people, and a mailbox showing every letter sent. Ctrl-C stops it all;
the next start finds the data again.

  --port N      port to listen on (8080)
  --data DIR    where the data live (.poterne, beside this command)

*Examples*
  ./poterne demo
  ./poterne demo --port 8081 --data /tmp/trial
  SPRING_MAIL_HOST=localhost SPRING_MAIL_PORT=1025 ./poterne demo    letters through your own server
END
}

help_serve() {
    cat <<'END'
*./poterne serve* [--port N] [--data DIR] [--tenants DIR]

Runs Poterne for real. It refuses to start while a setting or a tenant file is missing or wrong,
and says which one and how to mend it.

  --port N         port to listen on (8080)
  --data DIR       where the embedded database lives (.poterne, beside this command)
  --tenants DIR    where the tenants' files are: DIR/NAME/tenant.yaml

*Example*
  POTERNE_BASE_URL=https://login.example.org SPRING_MAIL_HOST=smtp.example.org \
    ./poterne serve --tenants /etc/poterne/tenants --data /var/lib/poterne

END
    help_settings
}

help_accounts() {
    cat <<'END'
*./poterne accounts import* --tenant NAME FILE.csv [--all-or-nothing] [--data DIR]

Brings accounts in. The first row of the file names the columns: e-mail, given name, family name, and where the
tenant has them username, language and its own fields, by name or in its words (docs/intake.md).
Bad rows are reported by line, the good ones are kept; run twice, it changes nothing.

  --tenant NAME       the tenant they belong to
  --all-or-nothing    keep no row when one is bad
  --data DIR          where the embedded database lives (.poterne, beside this command)

*Examples*
  ./poterne accounts import --tenant gimic people.csv
  ./poterne accounts import --tenant gimic people.csv --all-or-nothing
END
}

help_establishment() {
    cat <<'END'
*./poterne establishment create* --tenant NAME --number ID --name NAME --email ADDRESS
                             --administrator ADDRESS [--given-name NAME] --family-name NAME [--data DIR]

Adds an establishment to a tenant that has them, and prints, once, the link by which its first
administrator chooses username and password; the others are invited from there. Run again before
anybody used the link, it prints a fresh one. The link begins with POTERNE_BASE_URL.

  --tenant NAME              the tenant it belongs to
  --number ID                its identifier, as its people type it: letters, digits, hyphens
  --name NAME                its name
  --email ADDRESS            its own address, by which other establishments name it
  --administrator ADDRESS    whom the link is for, with --given-name and --family-name
  --data DIR                 where the embedded database lives (.poterne, beside this command)
  --tenants DIR              where the tenants' files are: DIR/NAME/tenant.yaml

*Example*
  ./poterne establishment create --tenant extranet --number 1003 --name 'Hôtel du Lac' \
    --email lac@example.org --administrator sam@example.org --given-name Sam --family-name Petit
END
}

help_desk() {
    cat <<'END'
*./poterne desk add-agent* --tenant NAME --email ADDRESS [--given-name NAME] --family-name NAME [--data DIR]
*./poterne desk remove-agent* --tenant NAME --email ADDRESS [--data DIR]

Prints, once, the link by which a new agent of a tenant's help desk chooses username and password.
There is no other way to the desk, and no agent from the start. An agent has an account of their own:
an address that has an account already is refused. remove-agent closes the desk to an agent at once.

  --tenant NAME       the tenant, whose file has a script under desk
  --email ADDRESS     the agent's own, with --given-name and --family-name
  --data DIR          where the embedded database lives (.poterne, beside this command)
  --tenants DIR       where the tenants' files are: DIR/NAME/tenant.yaml

*Examples*
  ./poterne desk add-agent --tenant extranet --email sam@example.org --given-name Sam --family-name Petit
  ./poterne desk remove-agent --tenant extranet --email sam@example.org
END
}

help_passwords() {
    cat <<'END'
*./poterne passwords import-breached* FILE [--min-count N] [--data DIR]

Takes up a list of breached passwords, as Have I Been Pwned offers it for download: lines HASH:COUNT,
SHA-1 or NTLM. New passwords that are on it are refused as too common. The list is read whole before
anything changes; a server that runs takes the new one up by itself. A thousand million passwords
take 3.3 GB in the data folder; the list itself may be deleted afterwards.

  --min-count N    leave out passwords seen less than N times: smaller and nearly as good
  --data DIR       where the data live (.poterne, beside this command)

*Examples*
  ./poterne passwords import-breached pwnedpasswords.txt
  ./poterne passwords import-breached pwnedpasswords.txt --min-count 10
END
}

help_feedback() {
    cat <<'END'
*./poterne feedback* [--tenant NAME] [--csv FILE] [--data DIR] [--tenants DIR]

Prints what readers thought of the help pages: for each page and language, how many found it useful and
how many did not, and the day of the last comment. Works beside a server that runs.

  --tenant NAME    one tenant; all of them without it
  --csv FILE       writes every answer with its comment there, for a spreadsheet (UTF-8)
  --data DIR       where the embedded database lives (.poterne, beside this command)
  --tenants DIR    where the tenants' files are: DIR/NAME/tenant.yaml

*Examples*
  ./poterne feedback
  ./poterne feedback --tenant agora --csv answers.csv
END
}

help_guide() {
    cat <<'END'
*./poterne guide* --tenant NAME [--language TAG] [--out DIR] [--tenants DIR]
*./poterne guide* --all [--language TAG] [--out DIR] [--tenants DIR]

Walks each procedure of a tenant in a real browser, as somebody new, and writes the guide of what it met:
HTML with numbered pictures, and PDF. It starts a server of its own, with a database and a mailbox that
nobody else sees, and reaches nothing but this machine. The help centre of a server with the same data
folder shows the pictures at once. Installs Chromium and Node.js when they are missing and apt-get can
be used; otherwise says what to install.

  --tenant NAME     the tenant whose procedures are walked
  --language TAG    one of its languages (the first; with --all: every one)
  --all             all tenants
  --out DIR         where the guides go (.poterne/guides): DIR/NAME/TAG/index.html and guide.pdf
  --tenants DIR     where the tenants' files are: DIR/NAME/tenant.yaml

*Examples*
  ./poterne guide --tenant gimic
  ./poterne guide --tenant metamots --language ar --out /tmp/guides
  ./poterne guide --all
END
}

help_build() {
    cat <<'END'
*./poterne build*

Builds the server when its sources are not those of the last build, and rehearses its start so that later ones
are quick. The first demo or serve does the same; as a service's own account, which may not write here, they do neither.

*Example*
  git pull && ./poterne build && systemctl restart poterne
END
}

help_fuzz() {
    cat <<'END'
*./poterne fuzz* [--minutes N]

Throws mutated input at everything that reads input of the outside world, one parser after the other,
guided by what each input reaches (Jazzer). What breaks a promise is kept as a file beside the test of
its parser, where ./poterne test finds it from then on.

  --minutes N       for each parser (10)

*Examples*
  ./poterne fuzz
  ./poterne fuzz --minutes 1
END
}

help_bench() {
    cat <<'END'
*./poterne bench* WHAT [--rounds N] [--seconds N] [--warm-up N] [--out DIR] …

Measures the server from outside, as it is started by ./poterne serve, on a PostgreSQL of its own that is gone afterwards.
Prints tables, and keeps them as Markdown and CSV. Rounds in which others used the machine are dropped and made again.
Linux; loopback only; close what else runs.

  *hash*        argon2id by itself, beside Bouncy Castle and the C library
  *signin*      signing in at 2, 16 and 64 at once, beside the bare hash; the page meanwhile
  *pages*       pages, recovery, whole reset and sign-up by letter: per second, p50, p99, CPU each
  *keycloak*    the same beside Keycloak 26.7.3 (fetched by Maven), with starts and memory
  *oracle*      whether the time of an answer tells who has an account
  *growth*      the same with ten thousand, a million and ten million accounts (20 GB of disk)
  *start*       from the start of the process to the first page

  --rounds N             undisturbed rounds wanted (5); of start: starts
  --seconds N            of load, each time (10)
  --warm-up N            seconds of load before the first round (20)
  --others PERCENT       what others may take of the machine in a round (5)
  --steal PERCENT        what the hypervisor may take (3)
  --clients N            people at once: pages, keycloak (16), growth (2)
  --samples N            of each kind: oracle (1000)
  --accounts N,N,…       growth (10000,1000000,10000000)
  --keycloak FILE        Keycloak's zip, instead of Maven's
  --database-url URL     an empty PostgreSQL on this machine instead, with --database-user and --database-password
  --out DIR              where the tables go (.poterne/bench)

*Examples*
  ./poterne bench hash
  ./poterne bench keycloak --rounds 7
  ./poterne bench growth --accounts 10000,1000000
END
}

help_soak() {
    cat <<'END'
*./poterne soak* [--minutes N] [--nodes 2|3] [--seed N] [--out DIR]

Starts servers on one PostgreSQL and one mail server, with people who sign up, sign in, forget, get locked out and come
back; and breaks one thing after another meanwhile: nodes, PostgreSQL, connections, mail, disk, slow clients. Each person's
story is then compared with the database. Prints what people were shown and how long each flow took to go well again, and
keeps it as Markdown and CSV. Ends with 1 when the server did not keep its word.
Linux; loopback only; nothing is left. As root it fills a disk too, a small one of its own.

  --minutes N            how long (5); every fault comes once in about five
  --nodes 2|3            servers (2)
  --seed N               draws people and faults (printed; another each time)
  --out DIR              where the tables go (.poterne/soak)

*Examples*
  ./poterne soak
  ./poterne soak --minutes 600 --nodes 3
END
}

help_test() {
    cat <<'END'
*./poterne test* [MAVEN ARGUMENT…]

Runs everything CI runs: the checks of this command, then the compiler's, the style's and all the
tests, in a real browser on a real database. Installs Chromium and Node.js when they are missing
and apt-get can be used; otherwise says what to install.

*Examples*
  ./poterne test
  ./poterne test -Dtest=RecoveryFlowTests
END
}

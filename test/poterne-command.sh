#!/usr/bin/env bash
# Checks ./poterne itself, in a copy of it with a Maven and JDKs that only pretend: seconds, no network.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
room=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$room"' EXIT
failures=0

# --- the pretending world

export HOME=$room/home PATH=$room/bin:$PATH POTERNE_JDK_ROOTS=$room/jdks NO_COLOR=1
unset JAVA_HOME POTERNE_DATA POTERNE_JAVA_OPTS
house=$room/house
poterne=$house/poterne
mkdir -p "$HOME" "$room/bin" "$room/elsewhere" "$house/server/src/main/resources"
cp -R "$here/poterne" "$here/command" "$house"
touch "$house/pom.xml" "$house/server/pom.xml" "$house/server/src/main/resources/a" "$house/server/src/main/resources/b"

script() { cat >"$1" && chmod +x "$1"; }

jdk() { # FOLDER VERSION
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
    # shellcheck disable=SC2016 # for the script to expand
    printf '#!/bin/sh\necho "jdk=%s"; echo "data=$POTERNE_DATA"; echo "in=$PWD"; echo "process=$$"; echo "java $*"\n' "$1" | script "$1/bin/java"
    cat >>"$1/bin/java" <<'END'
case "$*" in
*AotProcessor*)
    [ ! -e "$HOME/unprepared" ] || exit 1
    while [ "$1" != org.poterne.Serving ]; do shift; done
    mkdir -p "$2" "$3"
    ;;
*-XX:AOTCacheOutput=*)
    echo "rehearsed${SPRING_DATASOURCE_URL:-}" >>"$HOME/rehearsals"
    for word; do case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}" ;; esac done
    ;;
esac
END
    printf '#!/bin/sh\necho jar >"$3"\n' | script "$1/bin/jar"
    printf '#!/bin/sh\necho javac %s\n' "$2" | script "$1/bin/javac"
}

script "$room/bin/mvn" <<END
#!/bin/sh
case "\$*" in *-v) echo "Apache Maven \${MAVEN_VERSION:-3.9.9}"; exit ;; esac
echo "\$JAVA_HOME: \$*" >>"$room/builds"
sleep "\${BUILD_TAKES:-0}"
[ ! -e "$room/broken" ] || { echo "[ERROR] Reset.java:[3,5] ';' expected"; exit 1; }
mkdir -p "$house/server/target/poterne" "$house/server/target/classes"
echo jar >"$house/server/target/poterne/poterne.jar"
case "\$*" in *server,guide*)
    mkdir -p "$house/guide/target/guide" "$house/guide/target/classes"
    echo jar >"$house/guide/target/guide/poterne-guide.jar" ;;
*server,bench*)
    mkdir -p "$house/bench/target/bench"
    echo jar >"$house/bench/target/bench/poterne-bench.jar" ;;
esac
END
jdk "$room/old" 17.0.15
ln -s "$room/old/bin/javac" "$room/bin/javac"

# --- how a check reads: the sentence, then what must be true of the last run

run() {
    output=$("$@" 2>&1 </dev/null)
    status=$?
}

check() { # SENTENCE CONDITION…
    local sentence=$1
    shift
    if "$@"; then
        printf '  ok    %s\n' "$sentence"
    else
        printf '  FAIL  %s\n        exit %s: %s\n' "$sentence" "$status" "$output"
        failures=$((failures + 1))
    fi
}

said() { [ "$status" -eq "$1" ] && case $output in *"$2"*) ;; *) false ;; esac }
refused() { said 2 "$1" && said 2 "$2" && not_built; }
builds() { [ "$1" -eq "$(awk 'END { print NR }' "$room/builds" 2>/dev/null || echo 0)" ]; }
not_built() { builds 0; }
both() { "$1" "$2" "$3" && "$4" "$5"; }

# --- help, and what is refused before any build

run "$poterne"
check 'without a word, it helps' said 0 './poterne accounts import'
run "$poterne" --help
check '--help names the settings' said 0 SPRING_DATASOURCE_URL
run "$poterne" demo --help
check 'each command has its help' said 0 './poterne demo --port 8081'
run "$poterne" serve --port 80 -h
check '… even after other flags' said 0 POTERNE_BASE_URL
run "$poterne" accounts import --help
check '… and accounts import' said 0 --all-or-nothing
run "$poterne" passwords import-breached --help
check '… and passwords import-breached' said 0 --min-count
run "$poterne" help test
check '… and test' said 0 -Dtest=

run "$poterne" dmeo --port 81
check 'a mistyped command is corrected' refused 'Did you mean demo?' "$poterne demo --port 81"
run "$poterne" frobnicate
check 'an unknown one is answered by the list' refused 'demo, serve, accounts import, establishment create, desk add-agent, passwords import-breached, feedback, guide, build, fuzz, bench, soak, test' "$poterne help"
run "$poterne" demo --prot 8081
check 'a mistyped flag is corrected' refused 'Did you mean --port?' "$poterne demo --port 8081"
run "$poterne" serve --dat=/x
check '… with its value' refused 'Did you mean --data?' "$poterne serve --data=/x"
run "$poterne" demo --tenants t
check 'a flag of another command is led there' refused 'belongs to serve' "$poterne serve --tenants t"
run "$poterne" --port 81 serve
check 'a flag before the command is moved' refused 'the command comes first' "$poterne serve --port 81"
for port in 80a 0 65536 -1 08x 99999999999999999999 ''; do
    run "$poterne" demo --port "$port"
    check "--port '$port' is refused" refused 'from 1 to 65535' "Type:    $poterne demo --port 8080"
done
run "$poterne" demo --port
check '--port alone too' refused 'from 1 to 65535' "$poterne demo --port 8080"
run "$poterne" demo --data --port 81
check '--data does not swallow the next flag' refused 'wants a folder' "--port 81"
run "$poterne" serve --tenants "$room/none"
check 'a folder of tenants that is not there' refused 'that exists' '--tenants'
run "$poterne" demo 8081
check 'a number alone is a port' refused "'8081'" "$poterne demo --port 8081"
run "$poterne" accounts
check 'accounts alone' refused import 'accounts import --tenant gimic people.csv'
run "$poterne" accounts imprt --tenant gimic people.csv
check 'a mistyped import' refused 'Did you mean import?' "$poterne accounts import --tenant gimic people.csv"
run "$poterne" accounts import "$house/pom.xml"
check 'an import without tenant' refused '--tenant NAME' 'accounts import'
run "$poterne" accounts import --tenant gimic none.csv
check 'an import of no file' refused "'none.csv'" 'accounts import'

run "$poterne" establishment
check 'establishment alone' refused 'needs to know what to do: create' 'establishment create --tenant extranet'
run "$poterne" establishment creat --tenant extranet
check 'a mistyped create' refused "establishment cannot 'creat'" 'establishment create'
run "$poterne" establishment create --tenant extranet --number 1003
check 'establishment create without a name' refused 'needs --name' 'establishment create --tenant extranet'
run "$poterne" establishment create --help
check '… and its help' said 0 --administrator
run "$poterne" desk
check 'desk alone' refused 'add-agent or remove-agent' 'desk add-agent --tenant extranet'
run "$poterne" desk add-agnet --tenant extranet
check 'a mistyped add-agent' refused "desk cannot 'add-agnet'" 'desk add-agent'
run "$poterne" desk add-agent --tenant extranet --email sam@example.org
check 'an agent without a name' refused 'needs --family-name' '--family-name Petit'
run "$poterne" desk remove-agent --tenant extranet --family-name Petit
check 'remove-agent takes no name' refused 'has no flag --family-name' 'desk --help'
run "$poterne" desk remove-agent --tenant extranet
check 'remove-agent without an address' refused 'needs --email' 'desk add-agent'

run "$poterne" passwords
check 'passwords alone' refused import-breached 'passwords import-breached pwnedpasswords.txt'
run "$poterne" import-breached list.txt
check 'a forgotten passwords is put before it' refused 'Did you mean passwords import-breached?' "$poterne passwords import-breached list.txt"
run "$poterne" passwords import list.txt
check 'a mistyped import-breached' refused 'Did you mean import-breached?' "$poterne passwords import-breached list.txt"
run "$poterne" passwords import-breached none.txt
check 'a list that is not there' refused "'none.txt'" 'passwords import-breached'
run "$poterne" passwords import-breached "$house/pom.xml" other.txt
check 'a second list' refused 'one file at a time' "$poterne passwords import-breached $house/pom.xml"
for count in 0 -1 x ''; do
    run "$poterne" passwords import-breached "$house/pom.xml" --min-count "$count"
    check "--min-count '$count' is refused" refused 'from 1 on' "--min-count 10"
done

run "$poterne" feedbck
check 'a mistyped feedback' refused 'Did you mean feedback?' "$poterne feedback"
run "$poterne" feedback --tenant
check 'feedback of no tenant' refused '--tenant wants' "$poterne feedback --tenant gimic"
run "$poterne" feedback --csv --tenant agora
check '--csv does not swallow the next flag' refused '--csv wants a file' '--tenant agora'
run "$poterne" feedback answers.csv
check 'a file without its flag' refused "'answers.csv'" "$poterne feedback"
run "$poterne" feedback --all
check 'feedback has no such flag' refused 'has no flag --all' 'feedback --help'
run "$poterne" guide
check 'guide alone' refused '--tenant NAME, or --all' "$poterne guide --tenant gimic"
run "$poterne" guide --all --tenant gimic
check 'a guide of one tenant and of all' refused "one tenant's or all" "$poterne guide --all"
run "$poterne" guide --tenant gimic --language french!
check 'a guide in no language' refused "not 'french!'" '--language fr'
run "$poterne" guide --all=yes
check '--all takes no value' refused 'takes no value' "$poterne guide --all"
run "$poterne" guide --help
check '… and the help of guide' said 0 '--language TAG'
run "$poterne" fuzz --minutes 0
check 'fuzzing for no time' refused "not '0'" "$poterne fuzz --minutes 10"
run "$poterne" fuzz --seconds 3
check 'fuzzing has one flag' refused 'no flag --seconds' "$poterne fuzz --help"
run "$poterne" fuzz --help
check '… and the help of fuzz' said 0 '--minutes N'

run "$poterne" bench
check 'bench alone' refused 'what to measure' "$poterne bench hash"
run "$poterne" bench singin --rounds 3
check 'a mistyped measurement' refused 'Did you mean signin?' "$poterne bench signin --rounds 3"
run "$poterne" bench hash --clients 3
check 'a flag of another measurement' refused 'bench hash has no flag --clients' "$poterne bench --help"
run "$poterne" bench pages --rounds 0
check 'no rounds' refused 'from 1 on' '--rounds 10'
run "$poterne" bench growth --accounts many
check 'accounts that are no numbers' refused 'commas between' '--accounts 10000\,1000000'
run "$poterne" bench keycloak --keycloak none.zip
check 'a Keycloak that is not there' refused "not 'none.zip'" '--keycloak'
run "$poterne" bench growth --help
check '… and the help of bench' said 0 '--accounts N'
run "$poterne" soak --nodes 4
check 'a node too many' refused "2 or 3, not '4'" "$poterne soak --nodes 2"
run "$poterne" soak --minutes 0
check 'no minutes' refused 'from 1 to 9999' '--minutes 10'
run "$poterne" soak --seed luck
check 'a seed that is no number' refused "not 'luck'" '--seed 7'
run "$poterne" soak --port 80
check 'a flag of another command' refused 'soak has no flag --port' "$poterne soak --out 80"
run "$poterne" soak --help
check '… and the help of soak' said 0 '--nodes 2|3'
run "$poterne" feedback --help
check '… and its help' said 0 --csv

# --- which JDK

run "$poterne" demo
check 'no JDK 25: says what to install' said 1 'apt-get install openjdk-25-jdk'
check '… and which older one it saw' said 1 "17.0.15  $room/old"
mkdir -p "$room/jdks/jre-26/bin" && cp "$room/old/bin/java" "$room/jdks/jre-26/bin"
run "$poterne" demo
check 'a JRE, without javac, is not enough' said 1 'no JDK 25'
jdk "$room/jdks/twenty-six" 26-ea
jdk "$room/jdks/twenty-five/Contents/Home" 25.0.3
jdk "$room/jdks/a-hundred" 100.1
jdk "$room/jdks/eight" 1.8.0_402
MAVEN_VERSION=3.6.3 run "$poterne" demo
check 'an old Maven: says what to install' both said 1 'Maven 3.8 or later' builds 0
run "$poterne" demo
check 'the smallest JDK from 25 on, though javac is 17' said 0 "jdk=$room/jdks/twenty-five/Contents/Home"
JAVA_HOME=$room/old run "$poterne" demo
check '… though JAVA_HOME is 17' said 0 "jdk=$room/jdks/twenty-five/Contents/Home"
JAVA_HOME=$room/jdks/twenty-six run "$poterne" demo
check 'JAVA_HOME first when it is recent enough' said 0 "jdk=$room/jdks/twenty-six"
rm "$room/jdks/twenty-five/Contents/Home/release"
run "$poterne" demo
check 'a JDK without a release file is asked' said 0 "jdk=$room/jdks/twenty-five/Contents/Home"
mkdir "$HOME/.jdks" && ln -s "$room/jdks/twenty-five/Contents/Home" "$HOME/.jdks/25"
POTERNE_JDK_ROOTS='' run "$poterne" demo
check 'the usual folders are looked into, one'"'"'s own first' said 0 "jdk=$room/jdks/twenty-five/Contents/Home"

# --- what is built, and when

check 'all of that took one build' builds 1
check '… by Maven on the JDK found' grep -q "^$room/jdks/twenty-five" "$room/builds"
echo changed >"$house/server/src/main/resources/a"
run "$poterne" demo
check 'a changed source is built' both said 0 'Poterne is built' builds 2
touch "$house/server/src/main/resources/a"
run "$poterne" demo
check 'a touched one is not' builds 2
touch "$house/server/target/classes/b" && rm "$house/server/src/main/resources/b"
run "$poterne" demo
check 'a deleted source is built' builds 3
check '… and leaves nothing behind' test ! -e "$house/server/target/classes/b"
touch "$room/broken" && echo broken >"$house/server/src/main/resources/a"
run "$poterne" demo
check 'a failed build says why' said 1 "Reset.java:[3,5] ';' expected"
check '… and where the whole story is' said 1 "$house/.poterne/build.log"
check '… keeps the old jar, and the lock open' test -f "$house/server/target/poterne/poterne.jar" -a ! -L "$house/.poterne/build.lock"
rm "$room/broken" "$room/builds"
BUILD_TAKES=1 "$poterne" demo >"$room/first" 2>&1 &
BUILD_TAKES=1 run "$poterne" demo
wait $!
check 'two at once build once' builds 1
check '… and both start' grep -q '^java ' "$room/first"
check '… both' said 0 'java '
ln -s '999999 1' "$house/.poterne/build.lock" && echo again >"$house/server/src/main/resources/a"
run "$poterne" demo
check 'the lock of a dead build is no hindrance' both said 0 'Poterne is built' builds 2
echo stopped >"$house/server/src/main/resources/a"
BUILD_TAKES=30 "$poterne" demo >"$room/first" 2>&1 &
for _ in 1 2 3 4 5 6 7 8 9 10; do builds 3 || sleep 0.3; done
kill -TERM $! && wait $!
status=$? output=$(cat "$room/first")
check 'a build that is stopped stops Maven too' said 143 ''
run "$poterne" demo
check '… and the next one does not wait' both said 0 'Poterne is built' builds 4

# --- the walker, which is built with the server

mkdir -p "$house/guide/src/main/java" "$house/.poterne/tools/playwright"
touch "$house/guide/pom.xml" "$house/guide/src/main/java/a" "$house/guide/src/main/java/b"
for program in chromium node npm; do printf '#!/bin/sh\necho v20.0.0\n' | script "$room/bin/$program"; done
ln "$house/server/target/poterne/poterne.jar" "$room/held"
run "$poterne" guide --tenant gimic
check 'the walker is built' both said 0 "-jar $house/guide/target/guide/poterne-guide.jar" builds 5
check '… writes where the help centre looks, with what was typed last' said 0 "--out=$house/.poterne/guides --tenant gimic"
check '… and leaves a running server the file it runs from' test ! "$house/server/target/poterne/poterne.jar" -ef "$room/held"
run "$poterne" guide --tenant gimic
check '… once' builds 5
run "$poterne" demo
check '… and the server with it' builds 5
touch "$house/guide/target/classes/b" && rm "$house/guide/src/main/java/b"
run "$poterne" guide --tenant gimic
check 'a deleted source of the walker is built' builds 6
check '… and leaves nothing behind' test ! -e "$house/guide/target/classes/b"

# --- the bench, likewise

mkdir -p "$house/bench/src/main/java" && touch "$house/bench/pom.xml" "$house/bench/src/main/java/a"
run "$poterne" bench hash --rounds 3
check 'the bench is built' both said 0 "-jar $house/bench/target/bench/poterne-bench.jar hash" builds 7
check '… is told how a server starts and where tables go, with what was typed last' said 0 "--out=$house/.poterne/bench --rounds 3"
check '… the very words' said 0 "-jar
$house/server/target/poterne/poterne.jar"
run "$poterne" demo
check '… and the server is built with it' builds 7
run "$poterne" bench keycloak
check 'a Keycloak that cannot be fetched is told' both said 1 '--keycloak FILE' builds 8

run "$poterne" soak --minutes 3
check 'the soak is of the same build' both said 0 "-cp $house/bench/target/bench/poterne-bench.jar org.poterne.soak.Soak" builds 8
check '… is told how a server starts and where tables go, with what was typed last' said 0 "--out=$house/.poterne/soak --minutes 3"

# --- quick starts

rehearsals() { [ "$1" -eq "$(awk 'END { print NR }' "$HOME/rehearsals" 2>/dev/null || echo 0)" ]; }
silent() { case $output in *"$1"*) false ;; esac }
cache=$house/server/target/poterne/poterne.aot
rm -f "$HOME/rehearsals" "$house/.poterne/rehearsed"
SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.org/poterne run "$poterne" demo
check 'a start is rehearsed after a build' both said 0 'Preparing quick starts' rehearsals 1
check '… on nobody'"'"'s database' grep -qx rehearsed "$HOME/rehearsals"
check '… and what was kept is used' said 0 "-XX:AOTCache=$cache"
run "$poterne" serve
check '… once for both' both said 0 "-XX:AOTCache=$cache" rehearsals 1
echo more >>"$house/server/src/main/resources/a"
rm -f "$house/.poterne/rehearsed"
run "$poterne" serve
check 'another build is rehearsed anew' rehearsals 2
touch "$HOME/unprepared" && rm -f "$house/.poterne/rehearsed"
run "$poterne" serve
check 'where that fails, it says so' said 0 'starts take some seconds longer'
check '… starts all the same' said 0 'poterne.jar serve'
check '… with nothing kept of the one before' test ! -e "$cache"
run "$poterne" serve
check '… and does not try again' silent Preparing
rm -f "$HOME/unprepared" "$house/.poterne/rehearsed"
run "$poterne" serve
check '… until it is built anew' rehearsals 3
rm -f "$house/.poterne/rehearsed"
run "$poterne" feedback
check 'a tool starts without' rehearsals 3
run "$poterne" build
check 'build rehearses and starts nothing' rehearsals 4
run "$poterne" build --port 81
check '… and takes no flag' said 2 'build has no flag --port'
# --- how it gives way to Java

cd "$room/elsewhere" || exit
ln -s ../house/poterne "$room/elsewhere/link" && echo e-mail >people.csv
POTERNE_JAVA_OPTS='-Xmx64m -Da=b' run ./link serve --port=81
check 'through a link, the flags of the JVM, then the words as typed' said 0 \
    "-Xlog:cds=off -Xmx64m -Da=b -jar $house/server/target/poterne/poterne.jar serve --port=81"
check 'the data beside the command' said 0 "data=$house/.poterne"
check 'the folder of the caller' said 0 "in=$room/elsewhere"
run ../house/poterne accounts import --tenant gimic people.csv --data 'a b'
check 'a file named from there' said 0 'poterne.jar accounts import --tenant gimic people.csv --data a b'
run ../house/poterne passwords import-breached people.csv --min-count 2
check '… and a list of breached passwords' said 0 'poterne.jar passwords import-breached people.csv --min-count 2'
run ../house/poterne feedback --csv answers.csv
check '… and the file of a report' said 0 'poterne.jar feedback --csv answers.csv'
POTERNE_DATA=mine run ../house/poterne demo
check 'POTERNE_DATA, made absolute' said 0 "data=$room/elsewhere/mine"
"$poterne" demo >"$room/first" &
wait $!
status=$? output=$(cat "$room/first")
check 'Java takes the place of the command, signals reach it' said 0 "process=$!"

[ "$failures" -eq 0 ] || { printf '%s of the checks of ./poterne failed.\n' "$failures"; exit 1; }

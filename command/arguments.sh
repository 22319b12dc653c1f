# shellcheck shell=bash
# Refuses what cannot work before anything is built: a typing error costs a second, not a minute.

check_arguments() {
    typed=("$@")
    case ${1:-} in
    '') ;;
    help) [ $# -lt 2 ] || known_command 1 ;;
    -h | --help) ;;
    demo | serve) check_flags "$1" 1 ;;
    test) wants_help "${2:-}" && help test && exit ;;
    build) check_flags build 1 ;;
    accounts) check_accounts ;;
    establishment) check_establishment ;;
    desk) check_desk ;;
    passwords) check_passwords ;;
    feedback) check_flags feedback 1 ;;
    guide) check_guide ;;
    fuzz) check_flags fuzz 1 ;;
    bench) check_bench ;;
    soak) check_flags soak 1 ;;
    -*) refuse "the command comes first." "$(command_first "$@")" ;;
    *) known_command 0 ;;
    esac
    return 0
}

wants_help() { [ "$1" = --help ] || [ "$1" = -h ] || [ "$1" = help ]; }

command_first() {
    local word command=demo rest=()
    for word; do
        case $word in demo | serve) command=$word ;; *) rest+=("$word") ;; esac
    done
    line "$command" "${rest[@]}"
}

known_command() {
    local word=${typed[$1]} near
    case $word in
    demo | serve | accounts | establishment | desk | passwords | feedback | guide | build | fuzz | bench | soak | test) return ;;
    run | start | up) near=demo ;;
    import) near='accounts import' ;;
    import-breached) near='passwords import-breached' ;;
    *) near=$(nearest "$word" demo serve accounts establishment desk passwords feedback guide build fuzz bench soak test help) ;;
    esac
    [ -n "$near" ] || refuse "there is no command '$word': demo, serve, accounts import, establishment create, desk add-agent, passwords import-breached, feedback, guide, build, fuzz, bench, soak, test or help." "$called help"
    refuse "there is no command '$word'. Did you mean $near?" "$(corrected "$1" "$near")"
}

check_accounts() {
    local example="$called accounts import --tenant gimic people.csv"
    wants_help "${typed[1]:-}" && help accounts && exit
    case ${typed[1]:-} in
    import) ;;
    '' | -*) refuse "accounts needs to know what to do: import." "$example" ;;
    *) refuse "accounts cannot '${typed[1]}'. Did you mean import?" "$(corrected 1 import)" ;;
    esac
    check_flags 'accounts import' 2
    [ -n "$tenant" ] || refuse "accounts import needs the tenant they belong to: --tenant NAME." "$example"
    [ -n "$file" ] || refuse "accounts import needs a CSV file." "$example"
    { [ -f "$file" ] && [ -r "$file" ]; } || refuse "there is no file '$file' that can be read here ($PWD)." "$example"
}

check_establishment() {
    local flag
    local example="$called establishment create --tenant extranet --number 1003 --name 'Hôtel du Lac' --email lac@example.org --administrator sam@example.org --family-name Petit"
    wants_help "${typed[1]:-}" && help establishment && exit
    case ${typed[1]:-} in
    create) ;;
    '' | -*) refuse "establishment needs to know what to do: create." "$example" ;;
    *) refuse "establishment cannot '${typed[1]}'. Did you mean create?" "$(corrected 1 create)" ;;
    esac
    check_flags 'establishment create' 2
    for flag in --tenant --number --name --email --administrator --family-name; do
        case " ${typed[*]} " in *" $flag "*) ;; *) refuse "establishment create needs $flag." "$example" ;; esac
    done
}

check_desk() {
    local flag needed
    local example="$called desk add-agent --tenant extranet --email sam@example.org --given-name Sam --family-name Petit"
    wants_help "${typed[1]:-}" && help desk && exit
    case ${typed[1]:-} in
    add-agent) needed='--tenant --email --family-name' ;;
    remove-agent) needed='--tenant --email' ;;
    '' | -*) refuse "desk needs to know what to do: add-agent or remove-agent." "$example" ;;
    *) refuse "desk cannot '${typed[1]}': add-agent or remove-agent." "$example" ;;
    esac
    check_flags "desk ${typed[1]}" 2
    for flag in $needed; do
        case " ${typed[*]} " in *" $flag "*) ;; *) refuse "desk ${typed[1]} needs $flag." "$example" ;; esac
    done
}

check_passwords() {
    local example="$called passwords import-breached pwnedpasswords.txt"
    wants_help "${typed[1]:-}" && help passwords && exit
    case ${typed[1]:-} in
    import-breached) ;;
    '' | -*) refuse "passwords needs to know what to do: import-breached." "$example" ;;
    *) refuse "passwords cannot '${typed[1]}'. Did you mean import-breached?" "$(corrected 1 import-breached)" ;;
    esac
    check_flags 'passwords import-breached' 2
    [ -n "$file" ] || refuse "passwords import-breached needs a list of breached passwords." "$example"
    { [ -f "$file" ] && [ -r "$file" ]; } || refuse "there is no file '$file' that can be read here ($PWD)." "$example"
}

check_guide() {
    check_flags guide 1
    local whole=''
    case " ${typed[*]} " in *' --all '*) whole=all ;; esac
    [ -z "$whole" ] || [ -z "$tenant" ] || refuse "guide writes one tenant's or all." "$called guide --all"
    [ -n "$whole$tenant" ] || refuse "guide needs to know whose procedures it walks: --tenant NAME, or --all." "$called guide --tenant gimic"
}

check_bench() {
    local what=${typed[1]:-} near
    wants_help "$what" && help bench && exit
    case $what in
    hash | signin | pages | keycloak | oracle | growth | start) check_flags "bench $what" 2 && return ;;
    '' | -*) refuse "bench needs to know what to measure: hash, signin, pages, keycloak, oracle, growth or start." "$called bench hash" ;;
    esac
    near=$(nearest "$what" hash signin pages keycloak oracle growth start)
    [ -n "$near" ] || refuse "bench cannot measure '$what': hash, signin, pages, keycloak, oracle, growth or start." "$called bench --help"
    refuse "bench cannot measure '$what'. Did you mean $near?" "$(corrected 1 "$near")"
}

flags_of() {
    local measured='--rounds --seconds --warm-up --others --steal --out'
    local database='--database-url --database-user --database-password'
    case $1 in
    demo) echo --port --data --help ;;
    serve) echo --port --data --tenants --help ;;
    passwords*) echo --min-count --data --help ;;
    'bench hash') echo "$measured --help" ;;
    'bench pages') echo "$measured --clients $database --help" ;;
    'bench keycloak') echo "$measured --clients --keycloak $database --help" ;;
    'bench oracle') echo "--samples --out $database --help" ;;
    'bench growth') echo "$measured --accounts --clients --help" ;;
    soak) echo --minutes --nodes --seed --out --help ;;
    bench*) echo "$measured $database --help" ;;
    guide) echo --tenant --language --all --out --tenants --help ;;
    build) echo --help ;;
    fuzz) echo --minutes --help ;;
    feedback) echo --tenant --csv --data --tenants --help ;;
    desk\ remove*) echo --tenant --email --data --tenants --help ;;
    desk*) echo --tenant --email --given-name --family-name --data --tenants --help ;;
    establishment*) echo --tenant --number --name --email --administrator --given-name --family-name --data --tenants --help ;;
    *) echo --tenant --all-or-nothing --data --help ;;
    esac
}

# Walks through what follows the command; leaves $tenant and $file for the imports.
check_flags() {
    local command=$1 at=$2 word name value
    tenant='' file=''
    while [ "$at" -lt ${#typed[@]} ]; do
        word=${typed[$at]} name=${typed[$at]%%=*}
        case " $(flags_of "$command") -h " in
        *" $name "*) ;;
        *) check_word "$command" "$at" && at=$((at + 1)) && continue ;;
        esac
        case $name in
        -h | --help) help "${command%% *}" && exit ;;
        --all-or-nothing | --all)
            [ "$word" = "$name" ] || refuse "$name takes no value." "$(corrected "$at" "$name")"
            at=$((at + 1)) && continue
            ;;
        esac
        if [ "$word" = "$name" ]; then
            at=$((at + 1)) value=${typed[$at]:-}
            case $value in --*) value='' && typed=("${typed[@]:0:at}" '' "${typed[@]:at}") ;; esac
        else
            value=${word#*=} typed=("${typed[@]:0:at}" "$name" "$value" "${typed[@]:at+1}") at=$((at + 1))
        fi
        check_value "$name" "$value" "$at"
        at=$((at + 1))
    done
}

# A word that is no flag of this command: an import takes one file, the rest is refused.
check_word() {
    local command=$1 at=$2 word=${typed[$2]} near
    case $word in
    -*)
        case $command:${word%%=*} in
        demo:--tenants) refuse "--tenants belongs to serve; demo has its own tenants." "$(corrected 0 serve)" ;;
        esac
        near=${word%%=*}
        case $near in -?) near=-$near ;; esac
        # shellcheck disable=SC2046 # one word per flag
        near=$(nearest "$near" $(flags_of "$command"))
        [ -n "$near" ] || refuse "$command has no flag ${word%%=*}. It has $(flags_of "$command")." "$called ${command%% *} --help"
        case $word in *=*) word=$near=${word#*=} ;; *) word=$near ;; esac
        refuse "$command has no flag ${typed[$at]%%=*}. Did you mean $near?" "$(corrected "$at" "$word")"
        ;;
    esac
    case $command in
    *import*)
        [ -z "$file" ] || refuse "one file at a time: '$word' is too many." "$(corrected "$at")"
        file=$word
        return
        ;;
    esac
    case $word in
    *[!0-9]* | '') near=$command ;;
    *) near="$command --port $word" ;;
    esac
    refuse "$command does not know what to do with '$word'." "$called $near"
}

check_value() {
    local name=$1 value=$2 at=$3
    case $name in
    --port)
        if [ ${#value} -gt 5 ] || ! [[ $value =~ ^[0-9]+$ ]] || [ $((10#$value)) -lt 1 ] || [ $((10#$value)) -gt 65535 ]; then
            refuse "--port wants a number from 1 to 65535$(not "$value")." "$(corrected "$at" 8080)"
        fi
        ;;
    --min-count | --rounds | --seconds | --clients | --samples)
        if [ ${#value} -gt 9 ] || ! [[ $value =~ ^[0-9]+$ ]] || [ $((10#$value)) -lt 1 ]; then
            refuse "$name wants a number from 1 on$(not "$value")." "$(corrected "$at" 10)"
        fi
        ;;
    --minutes)
        if [ ${#value} -gt 4 ] || ! [[ $value =~ ^[0-9]+$ ]] || [ $((10#$value)) -lt 1 ]; then
            refuse "--minutes wants a number from 1 to 9999$(not "$value")." "$(corrected "$at" 10)"
        fi
        ;;
    --nodes) [[ $value =~ ^[23]$ ]] || refuse "--nodes wants 2 or 3$(not "$value")." "$(corrected "$at" 2)" ;;
    --seed) [[ $value =~ ^[0-9]{1,18}$ ]] || refuse "--seed wants a number$(not "$value")." "$(corrected "$at" 7)" ;;
    --warm-up | --others | --steal)
        [[ $value =~ ^[0-9]{1,4}$ ]] || refuse "$name wants a number$(not "$value")." "$(corrected "$at" 5)"
        ;;
    --accounts)
        [[ $value =~ ^[1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*$ ]] ||
            refuse "--accounts wants numbers with commas between$(not "$value")." "$(corrected "$at" 10000,1000000)"
        ;;
    --keycloak) { [ -f "$value" ] && [ -r "$value" ]; } || refuse "--keycloak wants its zip$(not "$value")." "$(corrected "$at" keycloak.zip)" ;;
    --database-url) [[ $value == jdbc:postgresql:* ]] || refuse "--database-url wants a JDBC address$(not "$value")." "$(corrected "$at" jdbc:postgresql://localhost/bench)" ;;
    --database-user | --database-password) [ -n "$value" ] || refuse "$name wants a value." "$called bench --help" ;;
    --out) [ -n "$value" ] || refuse "--out wants a folder." "$(corrected "$at" "${command%% *}")" ;;
    --language) [[ $value =~ ^[a-z]{2,3}(-[A-Za-z0-9]+)*$ ]] || refuse "--language wants a language's tag$(not "$value")." "$(corrected "$at" fr)" ;;
    --csv) [ -n "$value" ] || refuse "--csv wants a file." "$(corrected "$at" answers.csv)" ;;
    --data) [ -n "$value" ] || refuse "--data wants a folder." "$(corrected "$at" /var/lib/poterne)" ;;
    --tenants)
        [ -d "$value" ] || refuse "--tenants wants a folder that exists$(not "$value")." "$(corrected "$at" /etc/poterne/tenants)"
        ;;
    --number | --name | --email | --administrator | --given-name | --family-name)
        [ -n "$value" ] || refuse "$name wants a value." "$called ${typed[0]} --help"
        ;;
    --tenant)
        [ -n "$value" ] || refuse "--tenant wants a tenant's name." "$(corrected "$at" gimic)"
        tenant=$value
        ;;
    esac
}

not() { [ -z "$1" ] || printf ", not '%s'" "$1"; }

# What was typed, with the word at that place replaced (or dropped): a line ready to type.
corrected() {
    local words=("${typed[@]:0:$1}")
    # shellcheck disable=SC2206 # 'accounts import' is two words
    [ $# -lt 2 ] || words+=($2)
    line ${words[@]+"${words[@]}"} "${typed[@]:$1+1}"
}

line() {
    local word
    printf '%q' "$called"
    for word; do [ -z "$word" ] || printf ' %q' "$word"; done
}

refuse() {
    printf 'poterne: %s\nType:    %s\n' "$1" "$2" >&2
    exit 2
}

# The choice that differs least from a word (a slip, a swap, an unfinished word), or nothing.
nearest() {
    printf '%s\n' "${@:2}" | awk -v word="$1" '
        function min(a, b) { return a < b ? a : b }
        function distance(a, b,    i, j, cost, d) {
            if (length(a) > 2 && index(b, a) == 1) return 1
            for (i = 0; i <= length(a); i++) d[i, 0] = i
            for (j = 0; j <= length(b); j++) d[0, j] = j
            for (i = 1; i <= length(a); i++) for (j = 1; j <= length(b); j++) {
                cost = substr(a, i, 1) != substr(b, j, 1)
                d[i, j] = min(min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + cost)
                if (i > 1 && j > 1 && substr(a, i, 1) == substr(b, j - 1, 1) && substr(a, i - 1, 1) == substr(b, j, 1))
                    d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
            }
            return d[length(a), length(b)]
        }
        BEGIN { least = 2 + int(length(word) / 4) }
        { d = distance(word, $0); if (d < least) { least = d; best = $0 } }
        END { print best }'
}

# shellcheck shell=bash
# Finds a JDK 25 or later, even when the default java is older.

jdk_wanted=25

# Sets $jdk: JAVA_HOME when it is recent enough, else the smallest that is, one's own before the system's.
find_jdk() {
    local home least=1000
    jdk='' jdks_too_old=''
    if [ -n "${JAVA_HOME:-}" ] && is_recent "$JAVA_HOME"; then
        jdk=$JAVA_HOME
        return
    fi
    list_jdks
    for home in "${homes[@]}"; do
        if is_recent "$home" && [ "$major" -lt "$least" ]; then least=$major jdk=$home; fi
    done
    [ -n "$jdk" ] || jdk_known_to_macos
    [ -n "$jdk" ] || say_how_to_get_a_jdk
}

list_jdks() {
    local roots=() root javac
    if [ -n "${POTERNE_JDK_ROOTS:-}" ]; then
        IFS=: read -r -a roots <<<"$POTERNE_JDK_ROOTS"
    else
        roots=(~/.sdkman/candidates/java ~/.jdks ~/.local/share/mise/installs/java ~/.asdf/installs/java
            ~/Library/Java/JavaVirtualMachines /Library/Java/JavaVirtualMachines /opt/homebrew/opt /usr/local/opt
            /usr/lib/jvm /usr/java /opt)
    fi
    homes=()
    javac=$(command -v javac || true)
    # Not macOS's own /usr/bin/javac: without a JDK it opens a window.
    [ -z "$javac" ] || homes+=("$(CDPATH='' cd -P -- "$(folder_of "$javac")/.." && pwd)")
    for root in "${roots[@]}"; do
        homes+=("$root" "$root"/* "$root"/*/Contents/Home "$root"/*/libexec/openjdk.jdk/Contents/Home)
    done
}

# Whether a folder holds a JDK that is recent enough. Sets $major. Its release file is read,
# a millisecond; only a JDK without one is run.
is_recent() {
    local version='' key value
    major=0
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ "$1" != /usr ] || return 1
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" != JAVA_VERSION ] || version=$value
        done <"$1/release"
    fi
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 || true)
    [[ $version =~ ([0-9]+)[0-9.]* ]] && major=${BASH_REMATCH[1]}
    [ "$major" -ge "$jdk_wanted" ] && return
    jdks_too_old="$jdks_too_old  ${BASH_REMATCH[0]:-?}  $1"$'\n'
    return 1
}

jdk_known_to_macos() {
    local home
    [ -z "${POTERNE_JDK_ROOTS:-}" ] && [ -x /usr/libexec/java_home ] || return 0
    home=$(/usr/libexec/java_home -v "$jdk_wanted+" 2>/dev/null || true)
    ! is_recent "$home" || jdk=$home
}

say_how_to_get_a_jdk() {
    {
        printf 'poterne: no JDK %s or later (with javac) was found.' "$jdk_wanted"
        [ -z "$jdks_too_old" ] || printf ' Only older ones:\n%s' "$(printf '%s' "$jdks_too_old" | sort -u)"
        cat <<END

Install one, then run the same line again; it is found by itself, the default java may stay as it is.
  Debian 13, Ubuntu   sudo apt-get install openjdk-25-jdk-headless
  Debian 12           Temurin 25: https://adoptium.net/installation/linux
  Fedora              sudo dnf install java-25-openjdk-devel
  macOS               brew install openjdk@25
  SDKMAN              sdk install java 25.0.3-tem
If it is in a folder of its own: export JAVA_HOME=/that/folder
END
    } >&2
    exit 1
}

check_maven() {
    local version
    version=$(JAVA_HOME=$jdk mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' || true)
    if [[ $version =~ ^([0-9]+)\.([0-9]+) ]]; then
        [ $((BASH_REMATCH[1] * 1000 + BASH_REMATCH[2])) -ge 3008 ] && return
        printf 'poterne: Maven 3.8 or later is needed; mvn is %s (%s).\n' "$version" "$(command -v mvn)" >&2
    else
        printf 'poterne: Maven (mvn) 3.8 or later is needed, and was not found on the PATH.\n' >&2
    fi
    cat >&2 <<END
  Debian 12 or later, Ubuntu 24.04 or later   sudo apt-get install maven
  Fedora                                      sudo dnf install maven
  macOS                                       brew install maven
  SDKMAN                                      sdk install maven
  elsewhere                                   https://maven.apache.org/install.html
END
    exit 1
}

# Shared by deploy/up, deploy/down, deploy/status and deploy/sampledata/load; to be sourced, after root is set.
# Needs bash and what the Maven wrapper needs, nothing else. shellcheck shell=bash

services=(users-service messaging-service graph-service files-service gateway)
engines=(postgresql cassandra neo4j redis s3)

fail() {
    echo "$*" >&2
    exit 1
}

# Sets java to a Java of at least 17: the one of JAVA_HOME if that is new enough, else the one in the PATH.
find_java() {
    local candidate found=""
    for candidate in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} "$(command -v java || true)"; do
        if [[ -x "$candidate" ]] && is_new_enough "$candidate"; then
            java="$candidate"
            return
        fi
        found+="${candidate:+ $candidate}"
    done
    fail "Summer-Trip needs a JDK 17 or newer${found:+, and this is not one:$found}." \
        "Install one (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME to it."
}

is_new_enough() {
    local line version=0
    while read -r line; do
        case "$line" in
            "java.specification.version = "*) version="${line##* }" ;;
            "java.home = "*) java_home="${line#java.home = }" ;;
        esac
    done < <("$1" -XshowSettings:properties -version 2>&1)
    [[ "$version" =~ ^[0-9]+$ ]] && ((version >= 17))
}

# Prints what is missing or older than its sources, and succeeds if there is anything.
stale() {
    local name
    for name in "${services[@]}"; do
        is_older "$name" "$name/target/quarkus-app/quarkus-run.jar" "$name" service-kit service-kit/parent . && return
    done
    for name in "${engines[@]}"; do
        is_older "deploy/stores/$name" "deploy/stores/$name/target/classpath.txt" "deploy/stores/$name" deploy/stores . &&
            return
    done
    is_older deploy/stores/supervisor deploy/stores/supervisor/target/classes/org/summertrip/stores/Stores.class \
        deploy/stores/supervisor . && return
    is_older deploy/sampledata deploy/sampledata/target/classes/org/summertrip/sampledata/World.class \
        deploy/sampledata . && return
    is_older deploy/local deploy/local/target/classes/org/summertrip/local/Suite.class deploy/local . && return
    is_older deploy/local deploy/local/target/classpath.txt
}

# is_older NAME ARTIFACT MODULE…: each module's sources are its pom and src/main. A build touches only what it changes,
# so what is older than the last build of deploy/up is as good as what is older than the artifact.
is_older() {
    local name="$1" artifact="$root/$2" stamp="$root/deploy/local/target/built" sources=() module newer
    shift 2
    if [[ ! -f "$artifact" ]]; then
        echo "$name is not built"
        return 0
    fi
    for module in "$@"; do
        sources+=("$root/$module/pom.xml")
        [[ -d "$root/$module/src/main" ]] && sources+=("$root/$module/src/main")
    done
    ((${#sources[@]})) || return 1
    if [[ -f "$stamp" ]]; then
        newer="$(find "${sources[@]}" -path "*/src/main/docker" -prune -o -type f -newer "$artifact" -newer "$stamp" -print -quit)"
    else
        newer="$(find "${sources[@]}" -path "*/src/main/docker" -prune -o -type f -newer "$artifact" -print -quit)"
    fi
    [[ -n "$newer" ]] && echo "$name is older than ${newer#"$root"/}"
}

# Everything the suite runs, without tests and gates. Maven's own output goes to a file; of it only what tells that
# there is progress is shown, because the first build downloads for minutes.
build() {
    local log="$root/deploy/local/target/build.log" stamp="$root/deploy/local/target/built" modules line status
    mkdir -p "$root/deploy/local/target"
    modules="$(
        IFS=,
        echo "${services[*]},deploy/stores,$(printf 'deploy/stores/%s,' "${engines[@]}")deploy/sampledata,deploy/local"
    )"
    echo "Building ($1); all of Maven's output is in ${log#"$root"/}"
    : >"$stamp.begun"
    set +e
    (cd "$root" && JAVA_HOME="$java_home" ./mvnw -B install -Dquick -am -pl "$modules" 2>&1) | tee "$log" | show_progress
    status="${PIPESTATUS[0]}"
    set -e
    if ((status != 0)); then
        fail "The build failed. To see it fail: cd $root && ./mvnw install -Dquick"
    fi
    mkdir -p "$root/deploy/local/target"
    touch -r "$stamp.begun" "$stamp"
    rm -f "$stamp.begun"
}

show_progress() {
    local line downloads=0
    while IFS= read -r line; do
        case "$line" in
            "[INFO] Building Summer-Trip"*"["*"]") echo "  ${line#\[INFO\] }" ;;
            *"Downloaded from "*) ((++downloads % 50)) || echo "  … $downloads files downloaded" ;;
            "[ERROR]"*) echo "  $line" ;;
        esac
    done
}

# All JVMs, the stores' too, compile with the quick compiler only: the start takes a third less of the processor. Each
# JVM remarks upon the variable; hush keeps that of the launcher from the screen.
compile_lightly() {
    export JAVA_TOOL_OPTIONS="-XX:TieredStopAtLevel=1${JAVA_TOOL_OPTIONS:+ $JAVA_TOOL_OPTIONS}"
}

hush() {
    local line
    while IFS= read -r line; do
        [[ "$line" == "Picked up JAVA_TOOL_OPTIONS"* ]] || echo "$line" >&2
    done
}

# launcher_command COMMAND WORD…: sets command to what starts the launcher.
launcher_command() {
    local classes="$root/deploy/local/target/classes" classpath="$root/deploy/local/target/classpath.txt"
    if [[ ! -f "$classpath" || ! -d "$classes" ]]; then
        fail "deploy/local is not built. Run this first: cd $root && ./mvnw install -Dquick"
    fi
    export SUMMER_TRIP_ROOT="$root"
    command=("$java" -Xmx96m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData)
    if [[ -t 1 && -z "${NO_COLOR:-}" ]]; then
        command+=(-Dsummer-trip.colours=true)
    fi
    command+=(-cp "$classes:$(<"$classpath")" org.summertrip.local.command.Main "$@")
}

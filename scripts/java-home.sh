# Sets JAVA_HOME to a JDK 25 or newer, or explains what is missing. Sourced by the scripts of this project.

parley_java_version() {
  # The release file answers without starting a virtual machine.
  if [ -f "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  elif [ -x "$1/bin/java" ]; then
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
  fi
}

parley_java_on_path() {
  found=$(command -v java 2>/dev/null) || return 0
  real=$(readlink -f "$found" 2>/dev/null || echo "$found")
  dirname "$(dirname "$real")"
}

parley_find_java() {
  for candidate in \
    "${JAVA_HOME:-}" \
    /usr/lib/jvm/* \
    /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* \
    "$(parley_java_on_path)"; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] || continue
    version=$(parley_java_version "$candidate")
    if [ "${version:-0}" -ge 25 ]; then
      # A build needs the compiler; to run a finished jar the runtime is enough.
      if [ "$1" = run ] || [ -x "$candidate/bin/javac" ]; then
        echo "$candidate"
        return 0
      fi
    fi
  done
  return 1
}

parley_use_java() {
  HOME=${HOME:-/}
  if JAVA_HOME=$(parley_find_java "$1"); then
    export JAVA_HOME
    # Older Mavens use what newer virtual machines warn about.
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dstyle.color=never ${MAVEN_OPTS:-}"
  else
    echo "Parley needs a JDK 25 or newer: install one (Debian: apt install openjdk-25-jdk-headless," >&2
    echo "or https://adoptium.net) or set JAVA_HOME to it." >&2
    exit 1
  fi
}

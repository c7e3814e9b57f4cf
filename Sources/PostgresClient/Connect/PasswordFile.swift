#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps libpq from writing its complaint about a password file to stderr, where it would land on the screen.
public enum PasswordFile {
    /// A passfile that libpq does not find, and says nothing about.
    static let none = "/nonexistent/pgdeck-has-no-passfile"

    /// Whether libpq would refuse the file aloud: it is no plain file, or others may read it.
    public static func isIgnored(_ setting: String?) -> Bool {
        guard let path = path(setting) else { return false }
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG || status.st_mode & (S_IRWXG | S_IRWXO) != 0
    }

    /// Why the file does not count, to be shown where a password is missed.
    static func warning(_ setting: String?) -> String? {
        guard isIgnored(setting), let path = path(setting) else { return nil }
        return "the password file \(path) is ignored: others may read it, or it is no plain file (chmod 600 \(path))"
    }

    /// Where it is: what the setting `passfile` says, else ~/.pgpass.
    public static func path(_ setting: String?) -> String? {
        if let setting { return setting }
        if let home = getenv("HOME"), home.pointee != 0 { return String(cString: home) + "/.pgpass" }
        guard let entry = getpwuid(geteuid()) else { return nil }
        return String(cString: entry.pointee.pw_dir) + "/.pgpass"
    }
}

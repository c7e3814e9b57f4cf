/// When a password is asked for.
public enum PasswordPolicy: Sendable, Hashable {
    case whenNeeded
    /// `-w`: what the server then says is shown as it is.
    case never
    /// `-W`: before the first connection.
    case always
}

/// What terminals take for their clipboard (OSC 52).
public enum Clipboard {
    /// In bytes: with the escape sequence and in base 64 it is xterm's limit of 100,000; tmux takes a million.
    public static let longestText = 74_994
}

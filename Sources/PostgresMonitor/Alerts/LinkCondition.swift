/// How it stands with the link, as far as alerts are concerned.
public enum LinkCondition: Sendable, Hashable, Codable {
    /// Nobody asks the server: there is none to ask, or somebody has to say something first.
    case unwatched
    case answering
    /// It is being tried; what was found before stands.
    case connecting
    /// No answer is to be had, and why, in a few words.
    case away(String)
}

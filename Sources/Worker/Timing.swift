/// The worker's own intervals; tests make them short.
struct Timing: Sendable {
    /// How long the probe connection lives before a new one takes its place: an open session is never told of a smart shutdown, a new
    /// one is refused.
    var renewal: Duration = .seconds(600)
    /// How long a browsing connection may stay unused.
    var idle: Duration = .seconds(180)
    /// How long browsing connections outlast the last look at the catalog.
    var leaving: Duration = .seconds(30)
    /// How long settings that libpq refuses are left alone.
    var mending: Duration = .seconds(30)
    /// The pause after a first failed attempt; the next ones are longer.
    var firstPause: Duration = .seconds(1)
    /// How long a refused login is left alone where nobody types another password. An account may be locked by a few refusals in half an
    /// hour, but whoever put the password right again shall find the status back.
    var refusal: Duration = .seconds(900)
    /// A timer that rings so late was not rung late by a busy machine: it slept.
    var sleep: Duration = .seconds(30)
    /// For the resolution of a name and for each address.
    var attempt: Duration = .seconds(10)
}

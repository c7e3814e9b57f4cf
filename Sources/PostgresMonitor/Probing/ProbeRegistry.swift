/// Every probe that there is, in the order of asking.
public enum ProbeRegistry {
    public static let all: [any Probe.Type] = [
        ServerFactsProbe.self,
        DatabaseStatisticsProbe.self,
        ServerPulseProbe.self,
    ]
}

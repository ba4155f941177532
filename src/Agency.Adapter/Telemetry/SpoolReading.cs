namespace Agency.Adapter.Telemetry;

/// <summary>The spool at one reading.</summary>
/// <param name="Submissions">What the hub has not answered: one line for each thing that is waited for, also when nothing waits.</param>
/// <param name="Deliveries">What no agency has acknowledged, likewise.</param>
/// <param name="Acknowledgements">Lines that the hub has not been told.</param>
/// <param name="FreeBytes">Free on its disk.</param>
/// <param name="ReserveBytes">What has to stay free.</param>
/// <param name="Notices">What agencies' systems have not taken of alerts: one line for each way that there is.</param>
internal sealed record SpoolReading(
    IReadOnlyList<WaitingReading> Submissions, IReadOnlyList<WaitingReading> Deliveries, long Acknowledgements, long FreeBytes, long ReserveBytes,
    IReadOnlyList<NoticeReading> Notices);

/// <summary>Alerts that agencies' systems have not taken by one way.</summary>
/// <param name="Way">The way.</param>
/// <param name="Waiting">How many are tried again.</param>
/// <param name="GivenUp">How many are not.</param>
internal sealed record NoticeReading(string Way, long Waiting, long GivenUp);

/// <summary>Rows that wait for one thing.</summary>
/// <param name="WaitsFor">The thing.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">How long the oldest has waited; zero when there is none.</param>
internal sealed record WaitingReading(string WaitsFor, long Count, TimeSpan Oldest);

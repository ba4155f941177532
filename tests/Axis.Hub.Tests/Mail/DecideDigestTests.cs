using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Mail.Digest;

namespace Axis.Hub.Tests.Mail;

/// <summary>Which alerts go into a message now. A window of 30 minutes; minute 0 is when the last one was written.</summary>
public sealed class DecideDigestTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    /// <summary>One alert: when it opened and closed, its version, and what they were told of it.</summary>
    /// <param name="opened">Minute of its opening.</param>
    /// <param name="closed">Minute of its end; null: it is open.</param>
    /// <param name="version">Its version.</param>
    /// <param name="toldVersion">0: they were told nothing.</param>
    /// <param name="toldAt">Minute at which they were first told.</param>
    /// <param name="seen">Minute at which it was last met.</param>
    /// <param name="now">Minute of the decision.</param>
    /// <param name="news">What is told; null: nobody is written to.</param>
    [Theory]
    [InlineData(0, null, 1, 0, 0, 0, 40, "Opened")]
    [InlineData(35, null, 1, 0, 0, 35, 36, "Opened")]
    [InlineData(5, null, 1, 0, 0, 5, 29, null)]
    [InlineData(5, null, 1, 0, 0, 5, 30, "Opened")]
    [InlineData(5, 20, 2, 0, 0, 20, 30, "Ended")]
    [InlineData(32, 33, 2, 0, 0, 33, 34, null)]
    [InlineData(-9, -5, 2, 0, 0, -5, 40, null)]
    [InlineData(-1, null, 2, 1, 0, 5, 30, "Heavier")]
    [InlineData(-1, 5, 2, 1, 0, 5, 30, "Ended")]
    [InlineData(-1, 5, 3, 3, 0, 5, 30, null)]
    [InlineData(-1, null, 1, 1, 0, 5, 30, "More")]
    [InlineData(-1, null, 1, 1, 0, -1, 30, null)]
    [InlineData(-60, null, 1, 1, -40, 5, 30, null)]
    [InlineData(-60, 100, 2, 1, -40, 100, 101, "Ended")]
    [InlineData(0, null, 1, 0, 0, 0, -10, "Opened")]
    public void Tells_what_is_new_and_nothing_within_a_window(int opened, int? closed, int version, int toldVersion, int toldAt, int seen, int now, string? news)
    {
        var alert = Alert(opened, closed, version, seen);
        var told = toldVersion == 0 ? [] : new Dictionary<Guid, ToldRow> { [alert.AlertId] = Told(alert, toldVersion, toldAt) };

        var decision = DecideDigest.Of(Held(), [alert], told, At(now), Window);

        (decision as DigestDecision.Tell)?.Lines.Single().News.ToString().ShouldBe(news);
        (decision is DigestDecision.Tell).ShouldBe(news is not null);
    }

    [Fact]
    public void The_first_opening_of_all_is_told_at_once_and_holds_a_window()
    {
        var tell = DecideDigest.Of(null, [Alert(0, null, 1, 0)], new Dictionary<Guid, ToldRow>(), At(1), Window).ShouldBeOfType<DigestDecision.Tell>();

        (tell.Open, tell.HeldUntil).ShouldBe((1, At(31)));
    }

    [Fact]
    public void A_message_after_which_nothing_is_open_holds_no_window()
    {
        var alert = Alert(-1, 5, 2, 5);

        var tell = DecideDigest.Of(Held(), [alert], new Dictionary<Guid, ToldRow> { [alert.AlertId] = Told(alert, 1, 0) }, At(30), Window).ShouldBeOfType<DigestDecision.Tell>();

        (tell.Open, tell.HeldUntil).ShouldBe((0, At(30)));
    }

    [Fact]
    public void What_else_is_open_is_named_beside_what_is_new()
    {
        var (known, fresh) = (Alert(-90, null, 1, -90), Alert(40, null, 1, 40));

        var tell = DecideDigest.Of(Held(), [known, fresh], new Dictionary<Guid, ToldRow> { [known.AlertId] = Told(known, 1, -80) }, At(41), Window).ShouldBeOfType<DigestDecision.Tell>();

        tell.Lines.Select(line => line.News).ShouldBe([DigestNews.None, DigestNews.Opened], ignoreOrder: true);
        tell.Open.ShouldBe(2);
    }

    [Fact]
    public void A_condition_that_is_looked_at_again_is_no_more_than_it_was()
    {
        var alert = Alert(-1, null, 1, 20) with { Kind = AlertKinds.AdapterSilent };

        DecideDigest.Of(Held(), [alert], new Dictionary<Guid, ToldRow> { [alert.AlertId] = Told(alert, 1, 0) }, At(30), Window).ShouldBeOfType<DigestDecision.Silent>();
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 0, false)]
    public void While_no_message_of_the_last_digest_could_be_sent_there_is_no_other(int mails, int waiting, bool isSilent)
    {
        var decision = DecideDigest.Of(Held() with { Mails = mails, Waiting = waiting }, [Alert(40, null, 1, 40)], new Dictionary<Guid, ToldRow>(), At(50), Window);

        (decision is DigestDecision.Silent).ShouldBe(isSilent);
    }

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    private static DigestRow Held() => new() { AudienceId = Guid.Empty, Number = 1, LastId = Guid.Empty, HeldSince = At(0), HeldUntil = At(30) };

    private static ToldRow Told(DigestAlert alert, int version, int at) => new() { AlertId = alert.AlertId, Version = version, FirstAt = At(at), LastAt = At(at) };

    private static DigestAlert Alert(int opened, int? closed, int version, int seen) => new()
    {
        AlertId = Guid.CreateVersion7(), CaseNumber = "2026-000001", Kind = AlertKinds.DeliveryFailed, Cause = "agency", Severity = AlertSeverity.Breach, AdapterCode = "G22",
        Finding = Encoding.UTF8.GetString(WireJson.Write(Finding.Refuse(ErrorCatalogue.AlertDeliveryFailed, "", "G22", "H37"))), OpenedAt = At(opened), LastSeenAt = At(seen), Seen = 1,
        OpenItems = 1, Version = version, ClosedAt = closed is { } minute ? At(minute) : null,
    };
}

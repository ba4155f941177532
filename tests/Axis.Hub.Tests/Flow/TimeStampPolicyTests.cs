using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Tests.Flow;

/// <summary>What the door makes of time stamps, by what this hub knows and asks for.</summary>
public sealed class TimeStampPolicyTests : IDisposable
{
    private readonly FlowNation nation = new(TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => nation.Dispose();

    /// <summary>judges: an authority is configured here; required: the setting; stamped: the package.</summary>
    [Theory]
    [InlineData(false, null, false, "AXS-3010", Severity.Information)]
    [InlineData(false, null, true, "AXS-3011", Severity.Information)]
    [InlineData(false, true, false, "AXS-3010", Severity.Refusal)]
    [InlineData(true, null, false, "AXS-3010", Severity.Refusal)]
    [InlineData(true, true, false, "AXS-3010", Severity.Refusal)]
    [InlineData(true, false, false, "AXS-3010", Severity.Warning)]
    [InlineData(true, null, true, null, null)]
    [InlineData(true, false, true, null, null)]
    public async Task A_claimed_time_is_refused_or_told_by_policy(bool judges, bool? required, bool stamped, string? code, Severity? severity)
    {
        var incoming = await new Draft().SealAsync(nation, TimeProvider.System);
        var outcome = await VerifyAsync(stamped ? await nation.StampAsync(incoming, Cancellation) : incoming, judges, required);

        var findings = severity == Severity.Refusal
            ? outcome.ShouldBeOfType<VerifyOutcome.Refused>().Findings
            : outcome.ShouldBeOfType<VerifyOutcome.Verified>().Findings;
        var about = findings.Where(finding => finding.Code.StartsWith("AXS-30", StringComparison.Ordinal)).ToList();
        about.Select(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
        about.Select(finding => (Severity?)finding.Severity).ShouldBe(code is null ? [] : [severity]);
        outcome.TimeStamp.ShouldBe(code switch { null => SealCode.Ok, "AXS-3010" => SealCode.NoTimestamp, _ => SealCode.StatusUnknown });
    }

    [Theory, InlineData(null), InlineData(false)]
    public async Task A_stamp_of_another_seal_is_refused_whatever_is_required(bool? required)
    {
        var stamped = await nation.StampAsync(await new Draft().SealAsync(nation, TimeProvider.System), Cancellation);
        var other = await new Draft { Number = "7817" }.SealAsync(nation, TimeProvider.System);
        var grafted = other with { Message = other.Message with { Seal = Graft(stamped.Message.Seal, other.Message.Seal) } };

        var outcome = (await VerifyAsync(grafted, judges: true, required)).ShouldBeOfType<VerifyOutcome.Refused>();

        outcome.Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.TimeStampAltered.Code);
        outcome.TimeStamp.ShouldBe(SealCode.Altered);
    }

    [Fact]
    public async Task The_stamped_time_is_stored_with_the_document_and_the_stamp_is_delivered()
    {
        await using var host = await FlowHost.StartAsync(timeStamps: true);
        var stampedAt = host.Time.GetUtcNow();
        var incoming = await host.Nation.StampAsync(await new Draft().SealAsync(host.Nation, host.Time), Cancellation);
        host.Time.Advance(TimeSpan.FromHours(3));

        var receipt = (await host.SubmitAsync(incoming)).ShouldHaveSingleItem();

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        receipt.Findings.ShouldBeEmpty();
        var delivered = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        delivered.Seal.ShouldBe(incoming.Message.Seal);
        delivered.Findings.ShouldBeEmpty();
        var document = await host.Ledger.ReadAsync(
            "test", (reader, token) => reader.FindDocumentsAsync([receipt.DocumentId!.Value], token), Cancellation);
        document.ShouldHaveSingleItem().StampedAt.ShouldBe(stampedAt);
    }

    [Fact]
    public async Task A_package_without_a_stamp_goes_through_with_a_finding_where_nobody_stamps()
    {
        await using var host = await FlowHost.StartAsync();

        var receipt = await host.SubmitOneAsync(new Draft());

        receipt.Outcome.ShouldBe(ReceiptOutcome.Accepted);
        receipt.Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.TimeStampMissing.Code);
        host.Queues.Deliveries("H37").ShouldHaveSingleItem().Findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Information);
    }

    [Fact]
    public async Task A_package_refused_for_its_missing_stamp_goes_through_stamped_when_its_agency_repeats()
    {
        await using var host = await FlowHost.StartAsync(timeStamps: true);
        var draft = new Draft();
        (await host.SubmitOneAsync(draft)).Findings.ShouldHaveSingleItem().Code.ShouldBe(ErrorCatalogue.TimeStampMissing.Code);

        var again = await host.Nation.StampAsync(await (draft with { Try = 2 }).SealAsync(host.Nation, host.Time), Cancellation);

        (await host.SubmitAsync(again)).ShouldHaveSingleItem().Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }

    private ValueTask<VerifyOutcome> VerifyAsync(Incoming<SubmitMessage> incoming, bool judges, bool? required) =>
        new VerifySubmission(
                judges ? nation.StampJudge : nation.Verifier, new NoContents(), new CalendarInForce(HubCalendar.Load(new HubOptions())), new HubOptions { RequireTimeStamps = required }, TimeProvider.System)
            .VerifyAsync(incoming, Cancellation);

    private static byte[] Graft(byte[] from, byte[] onto)
    {
        var (source, target) = (new System.Security.Cryptography.Pkcs.SignedCms(), new System.Security.Cryptography.Pkcs.SignedCms());
        source.Decode(from);
        target.Decode(onto);
        target.SignerInfos[0].AddUnsignedAttribute(source.SignerInfos[0].UnsignedAttributes[0].Values[0]);
        return target.Encode();
    }

    private sealed class NoContents : IContentVerdicts
    {
        public ValueTask<ReadOutcome?> FindAsync(string adapter, string sha256, CancellationToken cancellation) => new((ReadOutcome?)null);
    }
}

using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>How stamps are asked for.</summary>
public sealed partial class TimeStampTests
{
    [Fact]
    public async Task The_stamper_never_hands_out_a_stamp_that_would_be_refused()
    {
        clock.Now = Noon.AddMinutes(6);
        Failed(await StampAsync(Seal(at: Noon), stamping), ErrorCatalogue.TimeStampOutside);
        clock.Now = Noon;
        using var stranger = new TestAuthority("TSA");
        using X509Certificate2 foreign = stranger.IssueTimeStamping(purposes: TestStamps.TimeStamping);
        Failed(await StampAsync(Seal(), foreign), ErrorCatalogue.TimeStampChain);
    }

    [Fact]
    public async Task An_authority_that_is_away_or_talks_nonsense_is_a_coded_failure()
    {
        var away = new Scripted(() => throw new TimeStampAuthorityException("connection refused"));
        TimeStampOutcome.Failed failed = Failed(await StampAsync(Seal(), away), ErrorCatalogue.TimeStampAuthorityAway);
        failed.Finding.English.ShouldContain("connection refused");
        Failed(await StampAsync(Seal(), new Scripted(() => [1, 2, 3])), ErrorCatalogue.TimeStampNotGiven);

        // A good answer to another question: the nonce and the imprint are not those asked for.
        byte[] other = await TestStamps.Authority(stamping, clock).AskAsync(
            Rfc3161TimestampRequest.CreateFromData([1], System.Security.Cryptography.HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode(), Cancelled);
        Failed(await StampAsync(Seal(), new Scripted(() => other)), ErrorCatalogue.TimeStampNotGiven);
    }

    [Fact]
    public async Task An_authority_that_rejects_is_a_coded_failure()
    {
        var rejecting = new Scripted(() => new Simulator.TimeStamps.TimeStampResponder(stamping, clock).Answer([0x30, 0]));
        Failed(await StampAsync(Seal(), rejecting), ErrorCatalogue.TimeStampNotGiven);
    }

    [Fact]
    public async Task Many_threads_stamp_and_verify_with_one_of_each()
    {
        var stamper = new TimeStamper(TestStamps.Authority(stamping, clock), timeRoot.Anchors, clock);
        SealVerifier verifier = Verifier(timeRoot.Anchors);
        byte[] seal = Seal();
        await Parallel.ForAsync(0, 100, Cancelled, async (_, stop) =>
        {
            var stamped = (TimeStampOutcome.Stamped)await stamper.StampAsync(seal, Noon, stop);
            (await verifier.VerifyAsync(Content, stamped.Seal, Noon, stop)).TimeStamp!.IsOk.ShouldBeTrue();
        });
    }

    private static TimeStampOutcome.Failed Failed(TimeStampOutcome outcome, ErrorEntry entry)
    {
        var failed = outcome.ShouldBeOfType<TimeStampOutcome.Failed>();
        failed.Finding.Code.ShouldBe(entry.Code);
        return failed;
    }

    private sealed class Scripted(Func<byte[]> answer) : ITimeStampAuthority
    {
        public Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}

using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

// What the stamped time decides: whether sealed-at is borne out, and by when certificates and withdrawals are judged.
public sealed partial class TimeStampTests
{
    [Theory]
    [InlineData(-60, true), InlineData(-61, false), InlineData(0, true), InlineData(300, true), InlineData(301, false)]
    public async Task The_stamped_time_has_to_bear_sealed_at_out(int seconds, bool fits)
    {
        byte[] seal = Stamped(stamping, Noon.AddSeconds(seconds));
        if (fits)
        {
            (await JudgeAsync(seal)).TimeStamp!.StampedAt.ShouldBe(Noon.AddSeconds(seconds));
        }
        else
        {
            await RefusedAsync(seal, SealCode.NoTimestamp, ErrorCatalogue.TimeStampOutside);
        }
    }

    [Theory]
    [InlineData(43), InlineData(282), InlineData(859), InlineData(500)]
    public async Task The_stamped_time_is_the_authoritys_to_the_millisecond(int milliseconds) =>
        (await JudgeAsync(Stamped(stamping, Noon.AddMilliseconds(milliseconds)))).TimeStamp!.StampedAt.ShouldBe(Noon.AddMilliseconds(milliseconds));

    [Fact]
    public async Task An_authority_that_was_not_valid_then_is_EXPIRED_AT_SIGNING()
    {
        using X509Certificate2 late = timeRoot.IssueTimeStamping(from: Noon.AddHours(1), purposes: TestStamps.TimeStamping);
        await RefusedAsync(Stamped(late), SealCode.ExpiredAtSigning, ErrorCatalogue.TimeStampExpired);
        using X509Certificate2 past = timeRoot.IssueTimeStamping(to: Noon.AddHours(-1), purposes: TestStamps.TimeStamping);
        await RefusedAsync(Stamped(past), SealCode.ExpiredAtSigning, ErrorCatalogue.TimeStampExpired);
    }

    [Fact]
    public async Task Certificates_that_are_expired_today_and_were_valid_when_it_was_stamped_are_OK()
    {
        using X509Certificate2 shortLived = authority.IssueEcdsa(Noon.AddDays(-2), Noon.AddMinutes(2), "H37", "H37");
        using X509Certificate2 shortStamping = timeRoot.IssueTimeStamping(to: Noon.AddMinutes(2), purposes: TestStamps.TimeStamping);
        registry.Add(shortLived);
        byte[] stamped = Stamped(shortStamping, Noon.AddMinutes(1), Seal(shortLived));
        clock.Now = Noon.AddYears(4);
        SealVerdict verdict = await JudgeAsync(stamped);
        verdict.Code.ShouldBe(SealCode.Ok);
        verdict.TimeStamp!.StampedAt.ShouldBe(Noon.AddMinutes(1));
    }

    [Theory, InlineData(1, SealCode.Ok), InlineData(3, SealCode.ExpiredAtSigning)]
    public async Task Validity_is_judged_at_the_stamped_time_and_not_at_the_claim(int minutes, SealCode code)
    {
        using X509Certificate2 shortLived = authority.IssueEcdsa(Noon.AddDays(-2), Noon.AddMinutes(2), "H37", "H37");
        registry.Add(shortLived);
        SealVerdict verdict = await JudgeAsync(Stamped(stamping, Noon.AddMinutes(minutes), Seal(shortLived)));
        verdict.Code.ShouldBe(code);
        verdict.TimeStamp!.IsOk.ShouldBeTrue();
    }

    [Theory, InlineData(1, SealCode.Ok), InlineData(3, SealCode.RevokedAtSigning)]
    public async Task A_withdrawal_counts_from_its_time_on_against_the_stamped_time(int minutes, SealCode code)
    {
        registry.Add(certificate, Noon.AddMinutes(2));
        SealVerdict verdict = await JudgeAsync(Stamped(stamping, Noon.AddMinutes(minutes)));
        verdict.Code.ShouldBe(code);
        (verdict.Finding?.Code).ShouldBe(code == SealCode.Ok ? null : ErrorCatalogue.SealRevoked.Code);
    }
}

using System.Text;
using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Submit.Content;

namespace Axis.Hub.Tests.Flow.Submit.Content;

public sealed class KeptReadingTests
{
    [Fact]
    public async Task A_reading_is_the_same_after_it_was_kept()
    {
        byte[] package = await File.ReadAllBytesAsync(FixturePath(), TestContext.Current.CancellationToken);
        ReadOutcome outcome = PackageReader.Read(package, ReadLimits.Default);
        Package before = outcome.ShouldBeOfType<ReadOutcome.Read>().Package;
        ReadOutcome kept = KeptReading.Read(KeptReading.Write(outcome));
        Package after = kept.ShouldBeOfType<ReadOutcome.Read>().Package;
        after.ShouldBeEquivalentTo(before);
        kept.Sha256.ShouldBe(outcome.Sha256);
        kept.Length.ShouldBe(outcome.Length);
    }

    [Fact]
    public void A_refusal_is_the_same_after_it_was_kept()
    {
        ReadOutcome outcome = PackageReader.Read(Encoding.UTF8.GetBytes("<nothing/>"), ReadLimits.Default);
        ReadOutcome.Refused kept = KeptReading.Read(KeptReading.Write(outcome)).ShouldBeOfType<ReadOutcome.Refused>();
        kept.Findings.ShouldBe(((ReadOutcome.Refused)outcome).Findings);
        kept.Findings.ShouldNotBeEmpty();
    }

    private static string FixturePath()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Axis.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "Axis.Contracts.Tests", "Edxml", "Fixtures", "sdk-edoc.edxml");
    }
}

using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Tests.Flow;

public sealed class VerifySubmissionTests : IDisposable
{
    private readonly FlowNation nation = new(TimeProvider.System);
    private readonly UploadedContents contents = new();
    private readonly HubOptions options = new();

    [Fact]
    public async Task Lets_a_sound_package_through() =>
        (await VerifyAsync(await SealAsync(new Draft()))).ShouldBeOfType<VerifyOutcome.Verified>().Package.Edoc!.Code.Number.ShouldBe("7816");

    [Fact]
    public async Task Lets_a_status_through() =>
        (await VerifyAsync(await SealAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03" })))
            .ShouldBeOfType<VerifyOutcome.Verified>().Package.Status!.StatusCode.ShouldBe("03");

    [Fact]
    public async Task Refuses_bytes_that_are_not_the_sealed_ones()
    {
        var sound = await SealAsync(new Draft());
        sound.Message.Package![^20] ^= 1;

        (await RefusalAsync(sound)).ShouldBe([ErrorCatalogue.PackageHashMismatch.Code]);
    }

    [Fact]
    public async Task Refuses_a_manifest_changed_after_sealing()
    {
        var sound = await SealAsync(new Draft());
        var other = (await SealAsync(new Draft { SubmissionId = sound.Message.SubmissionId, To = ["H14"] })).Message;

        (await RefusalAsync(sound with { Message = other with { Seal = sound.Message.Seal } })).ShouldBe([ErrorCatalogue.SealAltered.Code]);
    }

    [Fact]
    public async Task Refuses_a_manifest_of_another_submission()
    {
        var sound = await SealAsync(new Draft());

        (await RefusalAsync(sound with { Message = sound.Message with { SubmissionId = Guid.CreateVersion7() } }))
            .ShouldBe([ErrorCatalogue.ManifestOfOtherSubmission.Code]);
    }

    [Fact]
    public async Task Refuses_a_manifest_that_names_other_receivers_than_its_package()
    {
        var draft = new Draft();
        var package = await draft.PackageAsync();
        var manifest = (draft with { To = ["H37", "H14"] }).Manifest(package, TimeProvider.System).ToBytes();
        using var sealer = nation.SealerOf("G22");

        (await RefusalAsync(new("G22", new SubmitMessage(draft.SubmissionId, 1, manifest, sealer.Seal(manifest), package), 0)))
            .ShouldBe([ErrorCatalogue.ManifestNotOfPackage.Code]);
    }

    [Fact]
    public async Task Refuses_what_is_larger_than_the_limit()
    {
        options.PackageLimit = 100;

        (await RefusalAsync(await SealAsync(new Draft()))).ShouldBe([ErrorCatalogue.PackageTooLarge.Code]);
    }

    [Fact]
    public async Task Refuses_a_manifest_that_is_none()
    {
        var sound = await SealAsync(new Draft());

        (await RefusalAsync(sound with { Message = sound.Message with { Manifest = "{}"u8.ToArray() } })).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_for_content_that_this_adapter_has_not_uploaded()
    {
        var sound = await SealAsync(new Draft());
        var reference = new ContentReference(Hash(sound), sound.Message.Package!.Length);
        contents.Put("H37", Hash(sound), PackageReader.Read(sound.Message.Package, ReadLimits.Default));

        (await VerifyAsync(sound with { Message = sound.Message with { Package = null, Content = reference } }))
            .ShouldBeOfType<VerifyOutcome.ContentMissing>();
    }

    [Fact]
    public async Task Takes_the_findings_that_were_kept_with_the_content()
    {
        var sound = await SealAsync(new Draft());
        var reference = new ContentReference(Hash(sound), sound.Message.Package!.Length);
        contents.Put("G22", Hash(sound), PackageReader.Read(sound.Message.Package, ReadLimits.Default));

        (await VerifyAsync(sound with { Message = sound.Message with { Package = null, Content = reference } }))
            .ShouldBeOfType<VerifyOutcome.Verified>().Package.Edoc!.Code.Number.ShouldBe("7816");
    }

    public void Dispose() => nation.Dispose();

    private static string Hash(Incoming<SubmitMessage> incoming) =>
        Axis.Contracts.Sealing.Manifest.Read(incoming.Message.Manifest).Manifest!.PackageSha256;

    private Task<Incoming<SubmitMessage>> SealAsync(Draft draft) => draft.SealAsync(nation, TimeProvider.System);

    private ValueTask<VerifyOutcome> VerifyAsync(Incoming<SubmitMessage> incoming) =>
        new VerifySubmission(nation.Verifier, contents, new CalendarInForce(HubCalendar.Load(options)), options, TimeProvider.System).VerifyAsync(incoming, TestContext.Current.CancellationToken);

    private async Task<string[]> RefusalAsync(Incoming<SubmitMessage> incoming) =>
        [.. (await VerifyAsync(incoming)).ShouldBeOfType<VerifyOutcome.Refused>().Findings.Select(finding => finding.Code)];

    private sealed class UploadedContents : IContentVerdicts
    {
        private readonly Dictionary<(string, string), ReadOutcome> verdicts = [];

        public void Put(string adapter, string sha256, ReadOutcome verdict) => verdicts[(adapter, sha256)] = verdict;

        public ValueTask<ReadOutcome?> FindAsync(string adapter, string sha256, CancellationToken cancellation) =>
            new(verdicts.GetValueOrDefault((adapter, sha256)));
    }
}

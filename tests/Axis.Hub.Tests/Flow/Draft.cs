using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using MassTransit;

namespace Axis.Hub.Tests.Flow;

/// <summary>A submission to be, with only what a test cares about said aloud.</summary>
internal sealed record Draft
{
    public string Adapter { get; init; } = "G22";
    public string Sender { get; init; } = "G22";
    public string[] To { get; init; } = ["H37"];
    public Guid SubmissionId { get; init; } = NewId.NextSequentialGuid();
    public int Try { get; init; } = 1;
    public string Number { get; init; } = "7816";
    public string Notation { get; init; } = "VPCP-TTĐT";
    public string TypeName { get; init; } = "Công văn";
    public DateOnly Date { get; init; } = new(2026, 11, 23);
    public string Subject { get; init; } = "V/v kiểm thử";
    public int Priority { get; init; }
    public int? SteeringType { get; init; }
    public DateOnly? DueDate { get; init; }
    public BusinessDocType Type { get; init; }

    /// <summary>Id of the document that an update or a replacement is about.</summary>
    public string? Changes { get; init; }

    /// <summary>Receivers for whom a replacement stands for the old document; those of the package when null.</summary>
    public string[]? ReplacesFor { get; init; }

    /// <summary>Receivers that an update drops.</summary>
    public string[] Drops { get; init; } = [];

    /// <summary>Receivers that it adds.</summary>
    public string[] Adds { get; init; } = [];
    public int DeliveryCount { get; init; }
    public DateTimeOffset? SealedAt { get; init; }
    public int AttachmentBytes { get; init; } = 20;

    /// <summary>Who checked it.</summary>
    public Checker? CheckedBy { get; init; }

    /// <summary>Makes it a status of this code about <see cref="Number"/> of the agency <see cref="To"/>.</summary>
    public string? Status { get; init; }
    public string? Text { get; init; }
    public Guid? Target { get; init; }
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>When its clerk set the status; null leaves the timestamp out.</summary>
    public DateTimeOffset? StatedAt { get; init; } = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Seals with another adapter's key.</summary>
    public string? SealedBy { get; init; }

    /// <summary>Another document id than the usual one.</summary>
    public string? Id { get; init; }

    public string DocumentId => Id ?? $"{(Status is null ? Sender : To[0])},{Date:yyyy/MM/dd},{Number}/{Notation}";

    public async Task<byte[]> PackageAsync()
    {
        using var stream = new MemoryStream();
        if (Status is { } code)
        {
            await PackageWriter.WriteStatusAsync(stream, new StatusDraft(new StatusHeader
            {
                From = new Organization(Sender),
                ResponseFor = new ResponseReference(To[0], $"{Number}/{Notation}", Date, DocumentId),
                StatusCode = code,
                Description = Text ?? (code == "02" ? "Sai nơi nhận" : null),
                Timestamp = StatedAt,
            }), CancellationToken.None);
        }
        else
        {
            await PackageWriter.WriteEdocAsync(stream, new EdocDraft(
                new EdocHeader
                {
                    From = new Organization(Sender),
                    To = [.. To.Select(code => new Organization(code))],
                    DocumentId = DocumentId,
                    Code = new DocumentCode(Number, Notation),
                    Place = "Hà Nội",
                    PromulgationDate = Date,
                    TypeName = TypeName,
                    Subject = Subject,
                    Signer = new Signer("TL. BỘ TRƯỞNG", "Chánh Văn phòng", "Người Ký Thử"),
                    Priority = Priority,
                    SteeringType = SteeringType,
                    DueDate = DueDate,
                },
                [new AttachmentDraft("a.pdf", () => new MemoryStream(Encoding.ASCII.GetBytes(new string('x', AttachmentBytes))))])
            {
                Traces = [new TraceHeader(Sender, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7)))],
                Business = Type == BusinessDocType.New ? null : new Business
                {
                    DocType = Type, Reason = "Đính chính", DocumentId = Type == BusinessDocType.Update ? Changes : null,
                    DocumentInfo = Drops.Length + Adds.Length == 0 ? null : new BusinessDocumentInfo(
                        false, true, [.. Drops.Select(code => new ReceiverChange(code, 0)), .. Adds.Select(code => new ReceiverChange(code, 1))]),
                    Replacements = Type == BusinessDocType.Replacement && Changes is { } old ? [new ReplacementInfo(old, ReplacesFor ?? To)] : [],
                },
            }, CancellationToken.None);
        }

        return stream.ToArray();
    }

    /// <summary>A package that lacks an element it must have.</summary>
    public static byte[] Without(string element, byte[] package)
    {
        var document = XDocument.Load(new MemoryStream(package));
        document.Descendants().Where(one => one.Name.LocalName == element).Remove();
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    public async Task<Incoming<SubmitMessage>> SealAsync(FlowNation nation, TimeProvider time)
    {
        var package = await PackageAsync();
        var manifest = Manifest(package, time).ToBytes();
        using var sealer = nation.SealerOf(SealedBy ?? Adapter);
        return new(Adapter, new SubmitMessage(SubmissionId, Try, manifest, sealer.Seal(manifest), package), DeliveryCount);
    }

    public Manifest Manifest(byte[] package, TimeProvider time) => new(
        Axis.Contracts.Sealing.Manifest.CurrentVersion, SubmissionId,
        Status is null ? Axis.Contracts.Sealing.Manifest.Edoc : Axis.Contracts.Sealing.Manifest.Status,
        Sender, To, Convert.ToHexStringLower(SHA256.HashData(package)), package.Length, SealedAt ?? time.GetUtcNow(), Target, DoneAt, CheckedBy);
}

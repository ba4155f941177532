using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>A form as it came: the document and its files, which lie in the form folder until this is disposed.</summary>
internal sealed class Form : IDisposable
{
    private const string DocumentPart = "document";
    private const int DocumentLimit = 1024 * 1024;
    private readonly List<KeptFile> files = [];

    private Form()
    {
    }

    public DocumentBody Document { get; private set; } = new();

    /// <summary>The files in the order of the form.</summary>
    public IReadOnlyList<AttachmentDraft> Files => [.. files.Select(file => file.Attachment)];

    /// <exception cref="RefusedException">It is no form, or a part is missing.</exception>
    public static async Task<Form> ReadAsync(HttpRequest request, FormFolder folder, CancellationToken cancellation)
    {
        var form = new Form();
        try
        {
            await form.FillAsync(request, folder, cancellation);
            return form;
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    public void Dispose() => files.ForEach(file => File.Delete(file.Path));

    private async Task FillAsync(HttpRequest request, FormFolder folder, CancellationToken cancellation)
    {
        var reader = Multipart.Open(request);
        var documentSeen = false;
        while (await Multipart.NextAsync(reader, cancellation) is { } section)
        {
            var disposition = Multipart.Disposition(section);
            var part = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            if (part == DocumentPart)
            {
                Document = await ReadDocumentAsync(section.Body, cancellation);
                documentSeen = true;
            }
            else
            {
                var file = new KeptFile(Multipart.FileName(disposition) ?? part ?? "", folder.NewFile());
                files.Add(file);
                await file.FillAsync(section.Body, long.MaxValue, cancellation);
            }
        }

        if (!documentSeen)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.FormPartMissing, "/" + DocumentPart, DocumentPart));
        }
    }

    private static async Task<DocumentBody> ReadDocumentAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[DocumentLimit + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        if (length > DocumentLimit)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.StructureTooLarge, "/" + DocumentPart, DocumentLimit));
        }

        using var json = new MemoryStream(buffer, 0, length, writable: false);
        return await RestJson.ReadAsync<DocumentBody>(json, cancellation);
    }
}

using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>A form as it came: the document and its files, which lie in the form folder until this is disposed.</summary>
internal sealed class Form : IDisposable
{
    private const string DocumentPart = "document";
    private const int DocumentLimit = 1024 * 1024;
    private readonly List<(string Name, string Path)> files = [];

    private Form()
    {
    }

    public DocumentBody Document { get; private set; } = new();

    /// <summary>The files in the order of the form.</summary>
    public IReadOnlyList<AttachmentDraft> Files => [.. files.Select(file => new AttachmentDraft(file.Name, () => File.OpenRead(file.Path)))];

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
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, "", "multipart/form-data; boundary=?"));
        }

        var reader = new MultipartReader(boundary, request.Body);
        var documentSeen = false;
        while (await NextAsync(reader, cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, "", "Content-Disposition"));
            }

            var part = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
            if (part == DocumentPart)
            {
                Document = await ReadDocumentAsync(section.Body, cancellation);
                documentSeen = true;
            }
            else
            {
                await KeepAsync(FileName(disposition) ?? part ?? "", section.Body, folder, cancellation);
            }
        }

        if (!documentSeen)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.FormPartMissing, "/" + DocumentPart, DocumentPart));
        }
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException and not BadHttpRequestException))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, "", fault.Message));
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

    private async Task KeepAsync(string name, Stream content, FormFolder folder, CancellationToken cancellation)
    {
        var path = folder.NewFile();
        files.Add((name, path));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true);
        await content.CopyToAsync(file, cancellation);
    }

    /// <summary>The name for the receiver, without the folders that some browsers send along.</summary>
    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var plain = HeaderUtilities.RemoveQuotes(name).Value;
        return plain?[(plain.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}

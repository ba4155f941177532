using Axis.Contracts.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>The parts of a form, one after the other as they arrive.</summary>
internal static class Multipart
{
    /// <exception cref="RefusedException">The request is no form.</exception>
    public static MultipartReader Open(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var kind) && kind.MediaType == "multipart/form-data"
        && HeaderUtilities.RemoveQuotes(kind.Boundary).Value is { Length: > 0 } boundary
            ? new MultipartReader(boundary, request.Body)
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, "", "multipart/form-data; boundary=?"));

    /// <summary>The next part, or <c>null</c> at the end.</summary>
    /// <exception cref="RefusedException">The form breaks off or is none.</exception>
    public static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
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

    /// <exception cref="RefusedException">A part does not say what it is.</exception>
    public static ContentDispositionHeaderValue Disposition(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            ? disposition
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, "", "Content-Disposition"));

    /// <summary>The name for the receiver, without the folders that some browsers send along; <c>null</c> for a part that is no file.</summary>
    public static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var plain = HeaderUtilities.RemoveQuotes(name).Value;
        return plain?[(plain.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}

// Pictures of a photo on canvases.
function drawPicture(context, photo) {
  context.save();
  turnContext(context, photo.turns, photo.came.width, photo.came.height);
  context.imageSmoothingQuality = 'high';
  if (photo.came.width > 0)
    context.drawImage(photo.image, 0, 0, photo.came.width, photo.came.height);
  context.restore();
}

function sizeCanvas(canvas, width, height) {
  const density = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.max(1, Math.round(width * density));
  canvas.height = Math.max(1, Math.round(height * density));
  return canvas.getContext('2d');
}

function drawCrop(canvas, photo) {
  const context = sizeCanvas(canvas, 192 * settings.aspect, 192);
  if (!photo.image || !photo.crop) return;
  showCrop(context, photo.crop);
  drawPicture(context, photo);
}

function tracePolygon(context, corners) {
  context.beginPath();
  corners.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
}

// A line that is seen on light and on dark.
function strokeSeen(context, colour, width) {
  context.strokeStyle = '#000a';
  context.lineWidth = 2.2 * width;
  context.stroke();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function drawMarks(context, photo, line) {
  if (photo.face.length) {
    tracePolygon(context, photo.face);
    strokeSeen(context, '#ffd54a', line);
  }
  for (const [x, y] of photo.eyes) {
    context.beginPath();
    context.arc(x, y, 2.5 * line, 0, 2 * Math.PI);
    strokeSeen(context, '#6cf', line);
  }
  if (photo.crop) {
    tracePolygon(context, cropCorners(photo.crop));
    strokeSeen(context, photo.placed ? '#4cf0c8' : '#ff8a80', 1.4 * line);
  }
}

// The whole photo, as large as fits, with the face's box, the eyes and the crop.
function drawWhole(canvas, photo, most_width, most_height, shaded) {
  const isOpened = photo.isOpened;
  const width = isOpened ? photo.width : photo.image ? photo.image.naturalWidth : 1;
  const height = isOpened ? photo.height : photo.image ? photo.image.naturalHeight : 1;
  const k = Math.min(most_width / width, most_height / height);
  const context = sizeCanvas(canvas, width * k, height * k);
  canvas.style.width = width * k + 'px';
  canvas.style.height = height * k + 'px';
  if (!photo.image) return;
  const scale = canvas.width / width;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  if (!isOpened) return context.drawImage(photo.image, 0, 0, width, height);
  drawPicture(context, photo);
  if (shaded && photo.crop) {
    tracePolygon(context, cropCorners(photo.crop));
    context.rect(0, 0, width, height);
    context.fillStyle = '#0008';
    context.fill('evenodd');
  }
  drawMarks(context, photo, (shaded ? 2 : 1.3) / k);
}
